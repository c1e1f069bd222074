// A worker that does as the question, or the folder that it is started with, says.

const FOR_EVER_MS = 1_000_000_000

const [, , folder = ''] = process.argv

process.on('disconnect', () => process.exit())
process.on('message', ({ question, passages, deadline }) => {
  if (question === 'crash') process.exit(3)
  const wait = question === 'hang' ? FOR_EVER_MS : question === 'slow' ? deadline - Date.now() + 20 : 0
  setTimeout(() => {
    const readings = wait > 0 ? null : passages.map(({ text }) => ({ answerable: text.length }))
    process.send({ kind: 'readings', readings })
  }, wait)
})
if (folder === 'crash') process.exit(3)
process.send(folder === 'fail' ? { kind: 'failed', reason: 'the model is not there' } : { kind: 'ready' })
