import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import type { ReadPassages } from '../../server/answer/reading.ts'
import { Reader } from '../../server/reader/reader.ts'

const WITHIN_MS = 60_000

/** The reader that ships, in a process of its own, given as long as it takes. @throws Error saying why it cannot read */
export async function withShippedReader<T>(run: (read: ReadPassages) => Promise<T>): Promise<T> {
  const reader = new Reader({ reader: 'minutes-reader', readerProcesses: 1 }, pino({ level: 'silent' }))
  reader.start()
  try {
    while (reader.state === 'loading') await setTimeout(10)
    if (reader.reason !== null) throw new Error(reader.reason)
    return await run((question, passages) => reader.read(question, passages, Date.now() + WITHIN_MS))
  } finally {
    reader.stop()
  }
}
