import { spawnSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import type { ReadPassages } from '../../server/answer/reading.ts'
import { projectRoot } from '../../corpus/root.ts'
import { Reader } from '../../server/reader/reader.ts'

const LIBRARIES = ['@huggingface/tokenizers', 'onnxruntime-node']
export const NOT_INSTALLED = 'The libraries of the neural reader are not installed, or not for this machine'

/** Can its libraries, which are optional, be loaded? That is tried in a process of its own: one of them can take it down. */
export function readerIsInstalled(): boolean {
  const loading = LIBRARIES.map((name) => `await import('${name}')`).join('\n')
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', loading], { cwd: projectRoot })
  return status === 0
}

/** For tests that cannot do without them: where they are not installed it says so, but in CI they must be. */
export function readerIsInstalledForTests(): boolean {
  if (readerIsInstalled()) return true
  if (process.env.CI === 'true') throw new Error(`${NOT_INSTALLED}: run "npm ci"`)
  process.stderr.write(`${NOT_INSTALLED}: the tests that need them are left out.\n`)
  return false
}

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
