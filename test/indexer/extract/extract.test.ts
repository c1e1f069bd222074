import { describe, expect, test } from '@jest/globals'
import { extract } from '../../../indexer/extract/index.ts'
import { readMarkup } from '../../../indexer/extract/markup.ts'
import { Refusal } from '../../../indexer/extract/refusal.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('files that are refused, each with a reason and a remedy', () => {
  test.each([
    ['an empty file', bytes(''), /empty/],
    ['a file of white space', bytes(' \n\t\n'), /empty/],
    ['binary data', Uint8Array.from([65, 0, 66, 0, 1, 2]), /binary/],
    ['Latin-1', Uint8Array.from([...bytes('Line one\nCaf'), 0xe9, 10]), /not UTF-8 \(line 2\)/],
    ['a PDF', bytes('%PDF-1.7 ...'), /a PDF, which is not read yet/],
    ['a Word document', bytes('PK\u0003\u0004 ...'), /Word document/],
    ['an HTML page', bytes('\n<!DOCTYPE html><html></html>'), /HTML page/],
  ])('%s', async (_, content, reason) => {
    await expect(extract(content)).rejects.toThrow(Refusal)
    await expect(extract(content)).rejects.toThrow(reason)
  })
})

describe('lines of a text file', () => {
  test('they carry no mark-up, and their characters point into the source', async () => {
    const { lines, source } = await extract(
      bytes('\ufeff## Finance\n\n- **Force:** update the [paper](https://example.org/a_b)\n'),
    )
    expect(lines.map(({ text, headingLevel }) => [text, headingLevel])).toEqual([
      ['Finance', 2],
      ['- Force: update the paper', null],
    ])
    for (const { text, offsets } of lines) expect(offsets.map((at) => source[at]).join('')).toBe(text)
  })

  test('form feeds part pages and number them', async () => {
    const { lines, pages } = await extract(bytes('one\n\ftwo\nthree\n'))
    expect(pages).toBe(2)
    expect(lines.map(({ text, page, pageStart }) => [text, page, pageStart])).toEqual([
      ['one', 1, true],
      ['two', 2, true],
      ['three', 2, false],
    ])
  })

  test('where form feeds are lost, the space that they left marks a page, but not its number', async () => {
    const { lines, pages } = await extract(
      bytes('The Force was one of three, the Chief Constable\n noted, to be considered.\n'),
    )
    expect(pages).toBeNull()
    expect(lines.map(({ pageStart, page }) => [pageStart, page])).toEqual([
      [false, null],
      [true, null],
    ])
  })

  test('after a colon that space stands for a lost bullet', async () => {
    const { lines } = await extract(
      bytes('share digital assets, including:\n\n body worn video footage\n\n recorded 999 calls\n'),
    )
    expect(lines.map(({ listItem, pageStart }) => [listItem, pageStart])).toEqual([
      [false, false],
      [true, false],
      [true, false],
    ])
  })
})

describe('mark-up', () => {
  test.each([
    ['5 * 3 is 15', ['5 * 3 is 15']],
    ['125. Verbal Update *(Item C1)*', ['125. Verbal Update (Item C1)']],
    ['UNRESTRICTED ITEMS**118. Apologies**', ['UNRESTRICTED ITEMS', '118. Apologies']],
    ['be noted.  </AI9>', ['be noted.']],
    ['see [here](#) and [the Plan](#).', ['see here and the Plan.']],
    ['a [note] in brackets (kept)', ['a [note] in brackets (kept)']],
    ['-----', []],
    ['**', []],
  ])('%s', (raw, lines) => {
    expect(readMarkup(raw, 0).map(({ text }) => text)).toEqual(lines)
  })
})
