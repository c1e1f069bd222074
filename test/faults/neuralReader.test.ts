import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { projectRoot } from '../../corpus/root.ts'
import type { PassageReading } from '../../server/reader/passageReading.ts'
import { Reader } from '../../server/reader/reader.ts'
import { minutesText, testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { freePort, startProgram, untilReady } from '../builders/program.ts'
import { readerIsInstalledForTests } from '../builders/shippedReader.ts'

const MODEL = join(projectRoot, 'models/minutes-reader')
const ENTRY = join(projectRoot, 'dist/server/reader/worker.js')
const whereInstalled = readerIsInstalledForTests() ? describe : describe.skip
const QUESTION = 'How much money was set aside for the Violence Reduction Unit?'
const PASSAGES = [
  { head: 'Apologies: ', text: 'Apologies were received from Councillor Brown.' },
  {
    head: 'Budget: ',
    text: 'The Commissioner said that £1.2 million had been set aside for the Violence Reduction Unit.',
  },
]

function readerOf(folder: string, readerProcesses = 1): Reader {
  const reader = new Reader({ reader: 'minutes-reader', readerProcesses }, pino({ level: 'silent' }), {
    entry: ENTRY,
    folder,
  })
  reader.start()
  return reader
}

async function untilSettled(reader: Reader): Promise<void> {
  while (reader.state === 'loading') await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('a model that is not as it should be', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-model-'))
    for (const file of await readdir(MODEL)) await copyFile(join(MODEL, file), join(folder, file))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('cut short', async () => {
    await truncate(join(folder, 'model.onnx'), 1_000_000)
    const reader = readerOf(folder)
    await untilSettled(reader)
    expect(reader.state).toBe('failed')
    expect(reader.reason).toMatch(
      /model\.onnx has 1,000,000 bytes in place of [\d,]+: restore the folder from the repository, or set READER=none$/,
    )
  })

  test('without its tokenizer', async () => {
    await rm(join(folder, 'tokenizer.json'))
    const reader = readerOf(folder)
    await untilSettled(reader)
    expect(reader.reason).toMatch(/tokenizer\.json is missing: restore/)
  })
})

whereInstalled('the model', () => {
  let reader: Reader

  beforeAll(async () => {
    reader = readerOf(MODEL)
    await untilSettled(reader)
  })
  afterAll(() => {
    reader.stop()
  })

  test('finds the passage that answers, and the words', async () => {
    const readings = await reader.read(QUESTION, PASSAGES, Date.now() + 30_000)
    const [apologies, budget] = readings ?? []
    if (!apologies || !budget) throw new Error(`no readings: ${reader.reason ?? ''}`)
    expect(budget.answerable).toBeGreaterThan(apologies.answerable)
    expect(wordsOf(budget, PASSAGES[1]?.text ?? '')).toBe('£1.2 million')
  })

  test('says the same of a passage, whatever it is read with', async () => {
    const [, together] = (await reader.read(QUESTION, PASSAGES, Date.now() + 30_000)) ?? []
    const [alone] = (await reader.read(QUESTION, PASSAGES.slice(1), Date.now() + 30_000)) ?? []
    expect(together).toEqual(alone)
  })

  test('asked fifty questions at once, answers each or gives nothing by its deadline, and goes on', async () => {
    const deadline = Date.now() + 500
    const many = Array.from({ length: 10 }, () => PASSAGES).flat()
    const answers = await Promise.all(Array.from({ length: 50 }, () => reader.read(QUESTION, many, deadline)))
    expect(Date.now()).toBeLessThan(deadline + 2_000)
    for (const readings of answers) expect([null, many.length]).toContain(readings?.length ?? null)
    expect(answers).toContain(null)
    expect(answers.some((readings) => readings?.[0])).toBe(true)
    expect(await reader.read(QUESTION, PASSAGES, Date.now() + 30_000)).toHaveLength(2)
  })
})

whereInstalled('the service', () => {
  let corpus: TestCorpus
  let service: ChildProcess | undefined

  beforeEach(async () => {
    corpus = await testCorpus({ 'october.txt': minutesText() })
    await corpus.index()
  })
  afterEach(async () => {
    service?.kill('SIGKILL')
    await corpus.remove()
  })

  test.each([
    [{}, { state: 'ready', reason: null }, 'reader'],
    [{ READER: 'none' }, { state: 'off', reason: 'READER=none' }, 'words'],
    [
      {
        NODE_OPTIONS: `--import=${pathToFileURL(join(projectRoot, 'test/faults/unloadableLibrary.mjs')).href}`,
      },
      {
        state: 'failed',
        reason: `the library onnxruntime-node cannot be loaded (Cannot find package 'onnxruntime-node'): run "npm ci", or set READER=none`,
      },
      'words',
    ],
  ])(
    '%j: answers, says what its reader does, and ends when it is told to',
    async (environment, reader, by) => {
      const port = await freePort()
      service = startProgram('server/index.js', [], {
        DATA_DIR: corpus.settings.dataDir,
        CORPUS_DIR: corpus.settings.corpusDir,
        PORT: String(port),
        READER_DEADLINE_MS: '60000',
        ...environment,
      })
      const health = `http://127.0.0.1:${port}/health/ready`
      await untilReady(health)
      expect(await settledReader(health)).toEqual(reader)
      const question = 'q=How+many+passengers+used+the+ferry+in+September%3F&explain=true'
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/answer?${question}`)
      expect(await answer.json()).toMatchObject({
        chosenBy: by,
        answers: [{ value: '1,250' }],
        explanation: { confidence: expect.any(Array) as unknown },
      })
      const page = await (await fetch(`http://127.0.0.1:${port}/ask?${question}`)).text()
      expect(page.includes('Chosen by words alone')).toBe(by === 'words')
      service.kill('SIGTERM')
      await once(service, 'close')
      expect(service.exitCode).toBe(0)
    },
  )
})

/** What the service says of its reader as soon as that is not loading any more. */
async function settledReader(health: string): Promise<unknown> {
  for (;;) {
    const { reader } = (await (await fetch(health)).json()) as { reader: { state: string } }
    if (reader.state !== 'loading') return reader
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The text from the likeliest first word to the likeliest last. */
function wordsOf({ starts, ends, spanStart, spanEnd }: PassageReading, text: string): string {
  return text.slice(starts[highest(spanStart)], ends[highest(spanEnd)])
}

function highest(scores: Float32Array): number {
  return scores.indexOf(Math.max(...scores))
}
