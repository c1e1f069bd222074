import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readersFor } from './readers.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-readers-'))
  for (const name of ['first-half', 'second-half', 'minutes-reader']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'first-half/unseen.json'), '["b.jsonl"]')
  await writeFile(join(folder, 'second-half/unseen.json'), '["a.jsonl"]')
})
afterEach(() => rm(folder, { recursive: true }))

test('a file of questions is read by the reader that has not seen it, and never by the one that ships', () => {
  const readerOf = readersFor(['a.jsonl', 'b.jsonl'], folder)
  expect([readerOf('a.jsonl'), readerOf('b.jsonl')]).toEqual([
    join(folder, 'second-half'),
    join(folder, 'first-half'),
  ])
})

test('a file that every reader has seen is refused before anything is done', () => {
  expect(() => readersFor(['a.jsonl', 'c.jsonl'], folder)).toThrow(
    /^No reader in .* has unseen\.json with c\.jsonl/,
  )
})
