import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { pino } from 'pino'
import { projectRoot } from '../../../corpus/root.ts'
import { Reader, type ReaderSettings } from '../../../server/reader/reader.ts'

const ENTRY = join(projectRoot, 'test/server/reader/fakeWorker.js')
const PASSAGES = [
  { head: '', text: 'one' },
  { head: '', text: 'three' },
]
const LONG_MS = 30_000
let reader: Reader
let lines: string[]

afterEach(() => {
  jest.restoreAllMocks()
  reader.stop()
})

/** @param folder what the workers are told at their start */
function started(folder = '', readerProcesses = 1, model: ReaderSettings['reader'] = 'minutes-reader'): void {
  lines = []
  const log = pino(
    { level: 'debug' },
    { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) },
  )
  reader = new Reader({ reader: model, readerProcesses }, log, { entry: ENTRY, folder })
  reader.start()
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const untilSettled = (): Promise<void> => until(() => reader.state !== 'loading')
const ask = (question: string, milliseconds = LONG_MS) =>
  reader.read(question, PASSAGES, Date.now() + milliseconds)
const read = [{ answerable: 3 }, { answerable: 5 }]

describe('the reader', () => {
  test('is loading, and a question waits for it; then it is ready, says so once, and reads', async () => {
    started('', 2)
    expect(reader.state).toBe('loading')
    expect(await ask('Who?')).toEqual(read)
    expect([reader.state, reader.reason]).toEqual(['ready', null])
    expect(await ask('Who?')).toEqual(read)
    expect(lines).toEqual([expect.stringMatching(/^The reader is ready after \d+ ms$/)])
  })

  test('is off when it is not wanted, and says so', async () => {
    started('', 1, 'none')
    expect(lines).toEqual(['Answers are chosen by words alone: READER=none'])
    expect([reader.state, reader.reason]).toEqual(['off', 'READER=none'])
    expect(await ask('Who?')).toBeNull()
  })

  test('says why it cannot load, however many workers find so', async () => {
    started('fail', 3)
    await untilSettled()
    expect([reader.state, reader.reason]).toEqual(['failed', 'the model is not there'])
    expect(lines).toEqual([
      'A process of the reader is given up: the model is not there',
      'Answers are chosen without the reader: the model is not there',
    ])
    expect(await ask('Who?')).toBeNull()
  })

  test('says why it cannot be started', () => {
    started('\0')
    expect(reader.state).toBe('failed')
    expect(reader.reason).toMatch(/^its process cannot be started \(.*null bytes/)
  })

  test('is started again once, not for ever', async () => {
    started('crash')
    await untilSettled()
    expect(reader.state).toBe('failed')
    expect(lines).toEqual([
      'A process of the reader ended, and is started again: status 3',
      'Answers are chosen without the reader: its process ended a second time (status 3): please report it, or set READER=none',
    ])
  })

  test('a question that brings its process down gets nothing; those that wait are read by the next process', async () => {
    started()
    await untilSettled()
    expect(await Promise.all([ask('crash'), ask('Who?')])).toEqual([null, read])
    expect(reader.state).toBe('ready')
  })

  test('a question that cannot be read gets nothing, which is said once; the next are read', async () => {
    started()
    await untilSettled()
    expect([await ask('broken'), await ask('broken'), await ask('Who?')]).toEqual([null, null, read])
    expect(lines.filter((line) => line.startsWith('A question could'))).toEqual([
      'A question could not be read: the model gives nothing',
    ])
  })

  test('a process that ends again is given up, and another that works goes on until it does too', async () => {
    started('', 2)
    for (let deaths = 0; deaths < 3; deaths++) {
      await untilSettled()
      expect(await ask('crash')).toBeNull()
    }
    await untilSettled()
    expect(await ask('Who?')).toEqual(read)
    expect(lines).toContain(
      'A process of the reader is given up: its process ended a second time (status 3): please report it, or set READER=none',
    )
    await ask('crash')
    expect(reader.state).toBe('failed')
  })

  test('a process that cannot load the model does not end another that could', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'on-record-worker-'))
    started(join(folder, 'first'), 2)
    await until(() => lines.length === 2)
    expect(lines).toContain('A process of the reader is given up: the model is not there')
    expect(await ask('Who?')).toEqual(read)
    await rm(folder, { recursive: true })
  })

  test('that a process ended is forgotten when the next has read for ten minutes', async () => {
    started()
    await untilSettled()
    await ask('crash')
    await untilSettled()
    const now = performance.now()
    jest.spyOn(performance, 'now').mockImplementation(() => now + 10 * 60_000)
    await ask('crash')
    await untilSettled()
    expect(await ask('Who?')).toEqual(read)
  })

  test('a process that no longer answers is ended, and started again', async () => {
    started()
    await untilSettled()
    expect(await ask('hang', 50)).toBeNull()
    await until(() => reader.state === 'loading')
    await untilSettled()
    expect(lines).toContain('A process of the reader ended, and is started again: it no longer answered')
    expect(await ask('Who?')).toEqual(read)
  })
})

describe('questions wait their turn', () => {
  test('and get nothing at their deadline, whether they wait or are read', async () => {
    started()
    await untilSettled()
    expect(await Promise.all([ask('hang', 50), ask('Who?', 60)])).toEqual([null, null])
    expect(await ask('Who?', 0)).toBeNull()
    expect(lines.slice(1)).toEqual(Array(2).fill('A question was not read in time'))
  })

  test('and get what could be read by then', async () => {
    started()
    await untilSettled()
    expect(await ask('part')).toEqual([{ answerable: 3 }, null])
  })

  test('the newest first: of twice as many as can be read, a third at least are', async () => {
    started()
    await untilSettled()
    const answers = []
    for (let asked = 0; asked < 15; asked++) {
      answers.push(ask('long', 300))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const given = (await Promise.all(answers)).filter((readings) => readings !== null)
    expect(given.length).toBeGreaterThanOrEqual(5)
  })

  test('after one that was late the next are read', async () => {
    started()
    await untilSettled()
    expect(await Promise.all([ask('slow', 50), ask('Who?'), ask('When?')])).toEqual([null, read, read])
  })

  test('64 of them at most: the oldest is not read when another comes', async () => {
    started()
    await untilSettled()
    const reading = ask('long')
    const answers = Array.from({ length: 65 }, () => ask('Who?'))
    expect(await Promise.all([reading, ...answers])).toEqual([
      read,
      null,
      ...Array<typeof read>(64).fill(read),
    ])
  })

  test('several workers share them', async () => {
    started('', 2)
    await untilSettled()
    const hanging = ask('hang', 2_000)
    const second = ask('Who?')
    expect(await second).toEqual(read)
    reader.stop()
    expect(await hanging).toBeNull()
  })

  test('when it is stopped all of them get nothing', async () => {
    started()
    await untilSettled()
    const answers = [ask('hang'), ask('Who?')]
    reader.stop()
    expect(await Promise.all(answers)).toEqual([null, null])
    expect([reader.state, reader.reason]).toEqual(['off', 'the server is stopping'])
  })
})
