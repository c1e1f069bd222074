// A worker that does as the question, or the folder that it is started with, says.

import { mkdirSync } from 'node:fs'

const FOR_EVER_MS = 1_000_000_000

const [, , folder = ''] = process.argv
const send = (message) => process.send(message)

process.on('disconnect', () => process.exit())
process.on('message', ({ question, passages, deadline }) => {
  if (question === 'crash') process.exit(3)
  if (question === 'broken') send({ kind: 'unread', reason: 'the model gives nothing' })
  else
    setTimeout(send, waitFor(question, deadline), {
      kind: 'readings',
      readings: readingsOf(question, passages),
    })
})

function waitFor(question, deadline) {
  if (question === 'hang') return FOR_EVER_MS
  if (question === 'slow') return deadline - Date.now() + 200
  return question === 'long' ? 200 : 0
}

function readingsOf(question, passages) {
  if (question === 'slow') return null
  return passages.map(({ text }, index) =>
    question === 'part' && index > 0 ? null : { answerable: text.length },
  )
}

function fail() {
  send({ kind: 'failed', reason: 'the model is not there' })
}

/** Is this the first process that is started with the folder? */
function isFirst() {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

if (folder === 'crash') process.exit(3)
if (folder === 'fail' || (folder.startsWith('/') && !isFirst())) fail()
else send({ kind: 'ready' })
