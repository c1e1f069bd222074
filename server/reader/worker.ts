import { constants, setPriority } from 'node:os'
import { readModelFiles } from './manifest.ts'
import type { QuestionToRead, ReaderMessage } from './messages.ts'
import type { PairModel } from './model.ts'
import { openModel } from './model.ts'
import { readPassages } from './readPassages.ts'

// A process that reads passages, for the reader that started it: `worker.js MODEL_FOLDER`. It ends with that one, and by it
// alone: the signals of a terminal go to both, and that one may have requests to finish.

function send(message: ReaderMessage): void {
  // Where there is nobody to hear it any more, `disconnect` ends this process.
  process.send?.(message, () => undefined)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function answerWith(model: PairModel): void {
  process.on('message', (question: QuestionToRead) => {
    readPassages(model, question).then(
      (readings) => {
        send({ kind: 'readings', readings })
      },
      (error: unknown) => {
        send({ kind: 'unread', reason: messageOf(error) })
      },
    )
  })
}

const [, , folder = ''] = process.argv

// Who searches goes before who asks.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
try {
  answerWith(await openModel(await readModelFiles(folder)))
  send({ kind: 'ready' })
} catch (error) {
  send({ kind: 'failed', reason: messageOf(error) })
}
