import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { searchCsvOf } from '../../../server/presenters/searchCsv.ts'
import type { FoundParagraph } from '../../../server/search/wholeResult.ts'

/** A paragraph of no meeting, of which only the text matters. */
function foundText(text: string): FoundParagraph {
  return {
    paragraph: {
      id: 'log.abcdefgh',
      part: 0,
      item: null,
      text,
      label: null,
      page: null,
      pageLabel: null,
      kind: 'text',
      cells: [],
      headings: [],
      seams: [],
      speakers: [],
      topics: [],
      sentences: [],
    },
    people: [],
    copies: [],
    document: { id: 'log', file: 'log.txt', title: 'Log' },
    part: { index: 0, title: 'Log', kind: 'other' },
    item: null,
    meeting: null,
    date: null,
    missing: [],
  }
}

async function pieces(...batches: readonly (readonly string[])[]): Promise<string[]> {
  const found = Readable.from(batches.map((texts) => texts.map(foundText)))
  const made: string[] = []
  for await (const piece of searchCsvOf(found, 'https://record.example.org')) made.push(piece)
  return made
}

/** The row of a text, without what comes before and after the text. */
async function cellOf(text: string): Promise<string> {
  const [, row = ''] = await pieces([text])
  return row.replace(/^,{5},Text,/, '').replace(/,{4},Log,Log,log\.txt,,log\.abcdefgh,.*\r\n$/, '')
}

describe('a cell that a spreadsheet would run has an apostrophe in front', () => {
  test.each([
    '=1+1',
    '=HYPERLINK(A1)',
    '+44 1622 000000',
    '-1',
    '@SUM(A1)',
    ' =1+1',
    '\u00a0\u2003=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '\uff1d1+1',
    '\uff0b1',
    '\uff0d1',
    '\uff20SUM(A1)',
    '\t1',
    '\u0000=1',
    "'=1+1",
  ])('%j', async (text) => {
    expect(await cellOf(text)).toBe(`'${text}`)
  })

  test('also where it must be quoted', async () => {
    expect(await cellOf('\r=1')).toBe(`"'\r=1"`)
    expect(await cellOf('=A1,"B1"')).toBe(`"'=A1,""B1"""`)
  })

  test.each(['1 = 1', 'a+b', 'A minus - sign', '\u2013 a dash', '\u2018ferry\u2019', '10%', '', ' ferry'])(
    'and another cell has none: %j',
    async (text) => {
      expect(await cellOf(text)).toBe(text)
    },
  )
})

test('commas, quotation marks and line breaks are within quotation marks (RFC 4180)', async () => {
  expect(await cellOf('ferry, "Sunday"')).toBe('"ferry, ""Sunday"""')
  expect(await cellOf('one\ntwo')).toBe('"one\ntwo"')
  expect(await cellOf('one\r\ntwo')).toBe('"one\r\ntwo"')
})

test('the head comes once, before the first batch, and alone where nothing was found', async () => {
  const [head, ...rows] = await pieces(['one', 'two'], ['three'])
  expect(head).toMatch(/^\ufeffDate,Body,.*,Address\r\n$/)
  expect(rows.map((piece) => piece.split('\r\n').length - 1)).toEqual([2, 1])
  expect(await pieces()).toEqual([head])
})
