import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { projectRoot } from '../../../corpus/root.ts'
import { readFiles } from '../../../indexer/reading/readerPool.ts'
import type { FileToRead } from '../../../indexer/reading/reading.ts'
import { readIndexerSettings } from '../../../indexer/settings.ts'

const PROGRAM = { entry: join(projectRoot, 'test/indexer/reading/fakeReader.js'), args: [] }
const settings = { ...readIndexerSettings({}), readers: 2, readSeconds: 1, readMemoryMb: 64 }

const named = (file: string): FileToRead => ({
  file,
  id: file,
  path: file,
  sha256: '',
  bytes: 0,
  catalogue: {},
  fingerprint: '',
})

/** What comes of each file: the word `read`, or why it is refused. */
async function outcomes(files: readonly string[], readers = 2): Promise<string[]> {
  const found: string[] = []
  for await (const { file, reading } of readFiles(files.map(named), { ...settings, readers }, PROGRAM))
    found.push(`${file.file}: ${'reason' in reading ? `${reading.reason}; ${reading.remedy}` : 'read'}`)
  return found
}

describe('files are read by child processes', () => {
  test('readings come in the order of the files, however many there are', async () => {
    const files = Array.from({ length: 50 }, (_, index) => `${index}.txt`)
    expect(await outcomes(files)).toEqual(files.map((file) => `${file}: read`))
  })

  test.each([
    ['hang.txt', 'it took longer than 1 seconds to read; split it, or raise READ_SECONDS'],
    ['eat.txt', 'it took more than 64 MB of memory to read; split it, or raise READ_MEMORY_MB'],
    ['crash.txt', 'its reader ended (status 3); this is a fault of the program: please report it'],
  ])('%s is refused, and the others are read', async (bad, refusal) => {
    expect(await outcomes(['a.txt', bad, 'b.txt', 'c.txt'], 1)).toEqual([
      'a.txt: read',
      `${bad}: ${refusal}`,
      'b.txt: read',
      'c.txt: read',
    ])
  })

  test('one file needs one process, however many there may be', async () => {
    const processes = new Set<unknown>()
    for await (const { reading } of readFiles([named('a.txt')], { ...settings, readers: 4 }, PROGRAM))
      processes.add('process' in reading ? reading.process : null)
    expect(processes.size).toBe(1)
  })

  test('they end with the interest in them', async () => {
    let pid = 0
    for await (const { reading } of readFiles(['a.txt', 'hang.txt'].map(named), settings, PROGRAM)) {
      if ('process' in reading) pid = Number(reading.process)
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
  })
})
