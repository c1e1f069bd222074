import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { projectRoot } from '../../corpus/root.ts'
import { openReadOnly } from '../../corpus/store/database.ts'
import { databaseFile, generationFolder, generationsFolder } from '../../corpus/store/generations.ts'
import { findSuccessor } from '../../corpus/store/retiredParagraphs.ts'
import { indexCorpus } from '../../indexer/pipeline.ts'
import { lock } from '../../indexer/lock.ts'
import { minutesText, testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { contentOf } from '../builders/databaseContent.ts'

let corpus: TestCorpus

beforeEach(async () => {
  corpus = await testCorpus({
    'october.txt': minutesText(),
    '2023/may.txt': minutesText({ date: 'Monday 8 May 2023' }),
  })
})
afterEach(() => corpus.remove())

const folderOf = (generation: number): string => generationFolder(corpus.settings.dataDir, generation)

describe('generations', () => {
  test('what has not changed is taken over, and a run without changes makes no generation', async () => {
    expect(await corpus.index()).toMatchObject({
      generation: 1,
      read: ['2023/may.txt', 'october.txt'],
      unchanged: 0,
    })
    expect(await corpus.index()).toMatchObject({ generation: 1, read: [], unchanged: 2 })
    await corpus.write({ 'october.txt': minutesText({ date: 'Friday 11 October 2024' }) })
    expect(await corpus.index()).toMatchObject({ generation: 2, read: ['october.txt'], unchanged: 1 })
  })

  test('a file that has gone is gone in the next generation', async () => {
    await corpus.index()
    await corpus.delete('october.txt')
    expect(await corpus.index()).toMatchObject({ generation: 2, gone: ['october.txt'] })
    expect(JSON.stringify(await contentOf(folderOf(2)))).not.toContain('2024-10-10')
  })

  test('what the catalogue says of a file is part of it', async () => {
    await corpus.index()
    await corpus.write({ 'catalogue.json': JSON.stringify({ 'october.txt': { title: 'Panel, autumn' } }) })
    expect(await corpus.index()).toMatchObject({ read: ['october.txt'] })
  })

  test('--full reads every file anew, into the same content', async () => {
    await corpus.index()
    expect(await corpus.index(true)).toMatchObject({ generation: 2, unchanged: 0 })
    expect(await contentOf(folderOf(2))).toEqual(await contentOf(folderOf(1)))
  })

  test('one by one or all at once, the content is the same', async () => {
    await corpus.index()
    const apart = await testCorpus()
    for (const file of ['october.txt', '2023/may.txt']) {
      await apart.write({ [file]: await readFile(join(corpus.settings.corpusDir, file)) })
      await apart.index()
    }
    expect(await contentOf(generationFolder(apart.settings.dataDir, 2))).toEqual(await contentOf(folderOf(1)))
    await apart.remove()
  })

  test('only the current generation and the one before it stay', async () => {
    for (const day of [1, 2, 3, 4]) {
      await corpus.write({ 'october.txt': minutesText({ date: `${day} October 2024` }) })
      await corpus.index()
    }
    expect((await readdir(generationsFolder(corpus.settings.dataDir))).sort()).toEqual(['3', '4'])
  })

  test('a paragraph whose text changed is found under its old id', async () => {
    await corpus.index()
    const before = openReadOnly(databaseFile(folderOf(1)))
    const old = await before('paragraphs')
      .where('text', 'like', '%Sunday service%')
      .where('document_id', 'october')
      .first<{ id: string } | undefined>('id')
    await before.destroy()
    await corpus.write({
      'october.txt': minutesText().replace(
        'Sunday service would return.',
        'Sunday service would return to the quay.',
      ),
    })
    await corpus.index()
    const after = openReadOnly(databaseFile(folderOf(2)))
    const successor = await findSuccessor(after, old?.id ?? '')
    const found = await after('paragraphs')
      .where('id', successor ?? '')
      .first<{ text: string } | undefined>('text')
    expect(found?.text).toContain('to the quay')
    await after.destroy()
  })
})

describe('ids that move between files', () => {
  const items = (words: string): string => minutesText({ items: [`12. Fares\n\n(Item B1)\n\n${words}`] })
  const named = (ids: Readonly<Record<string, string>>): Record<string, string> => ({
    'catalogue.json': JSON.stringify(
      Object.fromEntries(Object.entries(ids).map(([file, id]) => [file, { id }])),
    ),
  })
  const idsByFile = async (generation: number): Promise<string[]> =>
    (await contentOf(folderOf(generation))).documents?.map((row) => row.slice(0, row.indexOf(',"title'))) ??
    []

  beforeEach(async () => {
    await corpus.delete('2023/may.txt')
    await corpus.delete('october.txt')
    await corpus.write({ 'a.txt': items('A fare rose.'), 'b.txt': items('Both fell.') })
    await corpus.write(named({ 'a.txt': 'x', 'b.txt': 'y' }))
    await corpus.index()
  })

  test('two files that swap their ids are both there, and each text is found under its new id', async () => {
    await corpus.write(named({ 'a.txt': 'y', 'b.txt': 'x' }))
    expect(await corpus.index()).toMatchObject({ generation: 2, read: ['a.txt', 'b.txt'] })
    expect(await idsByFile(2)).toEqual(['{"id":"x","file":"b.txt"', '{"id":"y","file":"a.txt"'])
  })

  test('and so are they when they swap back again, with other words', async () => {
    await corpus.write(named({ 'a.txt': 'y', 'b.txt': 'x' }))
    await corpus.index()
    await corpus.write({ 'a.txt': items('A fare rose by half.'), 'b.txt': items('Both fell by half.') })
    await corpus.write(named({ 'a.txt': 'x', 'b.txt': 'y' }))
    expect(await corpus.index()).toMatchObject({ generation: 3, read: ['a.txt', 'b.txt'] })
    expect(await idsByFile(3)).toEqual(['{"id":"x","file":"a.txt"', '{"id":"y","file":"b.txt"'])
  })

  test('a file that takes the id of one read after it does not put it out', async () => {
    await corpus.write(named({ 'a.txt': 'y', 'b.txt': 'z' }))
    await corpus.index()
    expect(await idsByFile(2)).toEqual(['{"id":"y","file":"a.txt"', '{"id":"z","file":"b.txt"'])
  })
})

describe('files that cannot be read', () => {
  test('they are named with the reason and a remedy, and all others are indexed', async () => {
    await corpus.write({
      'empty.txt': '',
      'latin.txt': Uint8Array.from([0xe9, 0x20, 0xe8]),
      'blob.txt': Uint8Array.from([1, 0, 2]),
      'scan.pdf': '%PDF-1.4',
      'figures.csv': 'a,b',
      'big.txt': 'x'.repeat(1024 * 1024 + 1),
    })
    await writeFile(join(corpus.settings.dataDir, '../outside.txt'), 'secret')
    await symlink(
      join(corpus.settings.dataDir, '../outside.txt'),
      join(corpus.settings.corpusDir, 'link.txt'),
    )
    const summary = await corpus.index()
    expect(summary.read).toEqual(['2023/may.txt', 'october.txt'])
    expect(summary.refused.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      'big.txt: it has 2 MB, more than the 1 MB that are read',
      'blob.txt: it is not a document but binary data',
      'empty.txt: it is empty',
      'figures.csv: files of the type .csv are not read',
      'latin.txt: it is not UTF-8 (line 1)',
      'link.txt: it is a link that leads out of the corpus folder',
      'scan.pdf: it is damaged or cut short: its end is missing',
    ])
    for (const { remedy } of summary.refused) expect(remedy).not.toBe('')
  })

  test('two files of one id: the second is refused, and told how to have one of its own', async () => {
    await corpus.write({ 'October.md': minutesText() })
    expect((await corpus.index()).refused).toEqual([
      {
        file: 'october.txt',
        reason: 'its id, october, is that of October.md',
        remedy: 'rename one of the two, or give one an id in catalogue.json',
      },
    ])
  })

  test('the same file under two names: the second is refused, and the first named', async () => {
    await corpus.write({ 'zander.md': minutesText() })
    expect((await corpus.index()).refused).toEqual([
      {
        file: 'zander.md',
        reason: 'it is the same file as october.txt, byte for byte',
        remedy: 'remove one of the two',
      },
    ])
  })

  test('a file that differs in one character is another', async () => {
    await corpus.write({ 'zander.md': `${minutesText()}\n` })
    expect((await corpus.index()).refused).toEqual([])
  })

  test('a catalogue that is not as it should be stops the run with its name and the fault', async () => {
    await corpus.write({ 'catalogue.json': '{"october.txt": {"date": "12/06/2024"}}' })
    await expect(corpus.index()).rejects.toThrow(/catalogue\.json is not as it should be.*YYYY-MM-DD/s)
  })

  test('a folder without a readable document, and no folder at all', async () => {
    await corpus.delete('october.txt')
    await corpus.delete('2023/may.txt')
    await corpus.write({ 'scan.pdf': '%PDF-1.4' })
    await expect(corpus.index()).rejects.toThrow(/no readable document in .*scan\.pdf: it is damaged/s)
    const nowhere = { ...corpus.settings, corpusDir: join(corpus.settings.corpusDir, 'nowhere') }
    const silent = { remark: noop, begin: noop, read: noop, refused: noop, step: noop }
    await expect(indexCorpus(nowhere, false, silent)).rejects.toThrow(
      /There is no corpus folder .*CORPUS_DIR/,
    )
  })
})

describe('the data folder', () => {
  test('a second indexer says that the first is at work, and leaves', async () => {
    const release = await lock(join(corpus.settings.dataDir, 'lock.sqlite'))
    await expect(corpus.index()).rejects.toThrow(/Another indexer is at work/)
    await release()
    expect(await corpus.index()).toMatchObject({ generation: 1 })
  })

  test('one of another corpus is refused, unless --full', async () => {
    await corpus.index()
    const other = await testCorpus({ 'other.txt': minutesText() })
    const settings = { ...other.settings, dataDir: corpus.settings.dataDir }
    const silent = { remark: noop, begin: noop, read: noop, refused: noop, step: noop }
    await expect(indexCorpus(settings, false, silent)).rejects.toThrow(
      /belongs to another corpus folder.*--full/,
    )
    expect(await indexCorpus(settings, true, silent)).toMatchObject({ generation: 2, read: ['other.txt'] })
    await other.remove()
  })

  test.each([
    [
      'of another version',
      'current.json',
      '{"schemaVersion":0,"corpus":"../corpus","generation":1,"id":"x"}',
      /of version 0/,
    ],
    ['with a broken pointer', 'current.json', '{"gener', /no current generation/],
    ['with a broken database', 'generations/1/record.sqlite', 'not a database', /cannot be read/],
  ])('one %s is made again, and the run says so', async (_, file, content, remark) => {
    await corpus.index()
    await writeFile(join(corpus.settings.dataDir, file), content)
    const remarks: string[] = []
    const progress = {
      remark: (text: string) => void remarks.push(text),
      begin: noop,
      read: noop,
      refused: noop,
      step: noop,
    }
    expect(await indexCorpus(corpus.settings, false, progress)).toMatchObject({ generation: 2, unchanged: 0 })
    expect(remarks.join()).toMatch(remark)
  })
})

function noop(): void {
  return undefined
}

test('an index that is damaged is made again, though no document has changed', async () => {
  await corpus.index()
  await writeFile(join(folderOf(1), 'index/columns.json'), '{')
  expect(await corpus.index()).toMatchObject({ generation: 2, read: [], unchanged: 2 })
})

test('the chair who sent apologies is not the chair who speaks', async () => {
  await corpus.write({
    'october.txt': minutesText({
      items: ['12. Fares\n\n(Item B1)\n\nThe Chairman said that fares would rise.'],
    })
      .replace('Mrs J Fisher (Chairman), ', '')
      .replace('ALSO PRESENT', 'Apologies: Mrs J Fisher (Chairman).\n\nALSO PRESENT'),
  })
  const { generation } = await corpus.index()
  const content = await contentOf(folderOf(generation))
  expect(content.attendees?.join()).toContain(
    '"name":"Mrs J Fisher","role":"Chairman","organisation":null,"status":"apologies"',
  )
  expect(content.paragraph_people?.filter((row) => row.includes('october.')).join()).not.toContain('fisher')
})

describe('the shipped documents', () => {
  const folder = join(projectRoot, 'corpus/documents')

  /** Indexes the files of each group after those of the group before, and gives the rows of the last generation. */
  async function contentAfter(groups: readonly (readonly string[])[]): Promise<Record<string, string[]>> {
    const shipped = await testCorpus({ 'catalogue.json': await readFile(join(folder, 'catalogue.json')) })
    let generation = 0
    for (const files of groups) {
      for (const file of files) await shipped.write({ [file]: await readFile(join(folder, file)) })
      generation = (await shipped.index()).generation
    }
    const content = await contentOf(generationFolder(shipped.settings.dataDir, generation))
    await shipped.remove()
    return content
  }

  test('in whatever order they come, all at once or one by one, give the same ids and the same content', async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.txt'))
    const atOnce = await contentAfter([files])
    expect(atOnce.documents).toHaveLength(5)
    expect(await contentAfter(files.map((file) => [file]))).toEqual(atOnce)
    expect(await contentAfter([files.slice(3), files.slice(0, 3).reverse()])).toEqual(atOnce)
  })
})
