import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readModelFiles } from '../../../server/reader/manifest.ts'

const CONTENT = { 'model.onnx': 'the weights', 'tokenizer.json': '{}' }
const manifest = {
  name: 'minutes-reader',
  version: '1',
  files: Object.entries(CONTENT).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  })),
  inputs: { tokens: 'input_ids', mask: 'attention_mask', types: 'token_type_ids' },
  outputs: { spanStart: 'start', spanEnd: 'end', evidence: 'evidence', answerable: 'answerable' },
  longestPair: 320,
  licence: 'Apache-2.0',
  card: 'README.md',
}
let folder: string

const write = (name: string, content: string): Promise<void> => writeFile(join(folder, name), content)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-model-'))
  for (const [name, content] of Object.entries(CONTENT)) await write(name, content)
  await write('manifest.json', JSON.stringify(manifest))
})
afterEach(() => rm(folder, { recursive: true }))

describe("a model's files", () => {
  test('are read when they are what the manifest says', async () => {
    const files = await readModelFiles(folder)
    expect(files.manifest).toEqual(manifest)
    expect([String(files.model), String(files.tokenizer)]).toEqual(['the weights', '{}'])
  })

  test.each([
    ['a file cut short', 'model.onnx', 'the wei', 'model.onnx has 7 bytes in place of 11'],
    [
      'other bytes',
      'model.onnx',
      'THE weights',
      /model\.onnx has the SHA-256 [0-9a-f]{64} in place of [0-9a-f]{64}/,
    ],
    ['a manifest that is no JSON', 'manifest.json', '{', 'manifest.json is not a manifest (all of it: '],
    [
      'a manifest that lacks something',
      'manifest.json',
      JSON.stringify({ ...manifest, longestPair: 'long' }),
      'manifest.json is not a manifest (longestPair: ',
    ],
    [
      'a manifest of files elsewhere',
      'manifest.json',
      JSON.stringify({ ...manifest, card: '../README.md' }),
      '(card: a name of a file in the same folder is wanted)',
    ],
    [
      'a manifest without a tokenizer',
      'manifest.json',
      JSON.stringify({ ...manifest, files: manifest.files.slice(0, 1) }),
      '(files: model.onnx and tokenizer.json are wanted)',
    ],
  ])('are refused: %s', async (_fault, name, content, message) => {
    await write(name, content)
    const refusal = readModelFiles(folder)
    await expect(refusal).rejects.toThrow(message)
    await expect(refusal).rejects.toThrow(': restore the folder from the repository, or set READER=none')
  })

  test.each(['manifest.json', 'model.onnx', 'tokenizer.json'])('are refused: no %s', async (name) => {
    await rm(join(folder, name))
    await expect(readModelFiles(folder)).rejects.toThrow(
      `${join(folder, name)} is missing: restore the folder from the repository, or set READER=none`,
    )
  })
})
