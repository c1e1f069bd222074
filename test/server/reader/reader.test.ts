import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { projectRoot } from '../../../corpus/root.ts'
import { Reader } from '../../../server/reader/reader.ts'

const ENTRY = join(projectRoot, 'test/server/reader/fakeWorker.js')
const PASSAGES = [
  { head: '', text: 'one' },
  { head: '', text: 'three' },
]
const LONG_MS = 30_000
let reader: Reader
let lines: string[]

afterEach(() => {
  reader.stop()
})

/** @param folder what the workers are told at their start */
function started(folder = '', readerProcesses = 1): void {
  lines = []
  const log = pino(
    {},
    { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) },
  )
  reader = new Reader({ reader: 'minutes-reader', readerProcesses }, log, { entry: ENTRY, folder })
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
  test('is loading, and gives nothing; then it is ready, says so once, and reads', async () => {
    started('', 2)
    expect(reader.state).toBe('loading')
    expect(await ask('Who?')).toBeNull()
    await untilSettled()
    expect([reader.state, reader.reason]).toEqual(['ready', null])
    expect(await ask('Who?')).toEqual(read)
    expect(lines).toEqual([expect.stringMatching(/^The reader is ready after \d+ ms$/)])
  })

  test('is off when it is not wanted', async () => {
    reader = new Reader({ reader: 'none', readerProcesses: 1 }, pino({ level: 'silent' }))
    reader.start()
    expect([reader.state, reader.reason]).toEqual(['off', 'READER=none'])
    expect(await ask('Who?')).toBeNull()
  })

  test('says once why it cannot load, however many workers find so', async () => {
    started('fail', 3)
    await untilSettled()
    expect([reader.state, reader.reason]).toEqual(['failed', 'the model is not there'])
    expect(lines).toEqual(['Answers are chosen without the reader: the model is not there'])
    expect(await ask('Who?')).toBeNull()
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
})

describe('questions wait their turn', () => {
  test('and get nothing at their deadline, whether they wait or are read', async () => {
    started()
    await untilSettled()
    expect(await Promise.all([ask('hang', 50), ask('Who?', 60)])).toEqual([null, null])
    expect(await ask('Who?', 0)).toBeNull()
  })

  test('after one that was late the next are read', async () => {
    started()
    await untilSettled()
    expect(await Promise.all([ask('slow', 50), ask('Who?'), ask('When?')])).toEqual([null, read, read])
  })

  test('64 of them at most', async () => {
    started()
    await untilSettled()
    const hanging = ask('hang', 200)
    const answers = Array.from({ length: 64 }, () => ask('Who?', 200))
    const began = Date.now()
    expect(await ask('Who?', LONG_MS)).toBeNull()
    expect(Date.now() - began).toBeLessThan(100)
    expect(await Promise.all([hanging, ...answers])).toEqual(Array(65).fill(null))
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
