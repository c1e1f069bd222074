import { describe, expect, test } from '@jest/globals'
import type { CitedParagraph } from '../../../server/presenters/citations.ts'
import { citationsOf } from '../../../server/presenters/citations.ts'

const TODAY = '2026-11-22'
const ADDRESS = 'https://record.example.org/paragraphs/october.abc123'
const CITED: CitedParagraph = {
  id: 'october.abc123',
  author: 'Harbour Council',
  documentTitle: 'Agenda pack, 5 December 2024',
  documentDate: '2024-12-05',
  partTitle: 'Minutes of the Harbour Scrutiny Panel',
  date: '2024-10-10',
  item: { number: '12', title: 'Ferry Service' },
  label: '3.',
  page: '17',
  address: ADDRESS,
}

const plain = (cited: CitedParagraph): string => citationsOf(cited, TODAY).plain
const bibtex = (cited: CitedParagraph): string => citationsOf(cited, TODAY).bibtex
const harvard = (cited: CitedParagraph): string => {
  const { before, title, after } = citationsOf(cited, TODAY).harvard
  return `${before}_${title}_${after}`
}

describe('a paragraph of which all is known', () => {
  const place =
    'Minutes of the Harbour Scrutiny Panel, 10 October 2024, item 12 Ferry Service, paragraph 3, page 17'

  test('as a plain reference', () => {
    expect(plain(CITED)).toBe(`Harbour Council, "Agenda pack, 5 December 2024", ${place}. ${ADDRESS}`)
  })

  test('in the Harvard style', () => {
    expect(harvard(CITED)).toBe(
      `Harbour Council (2024) _Agenda pack, 5 December 2024_, ${place}. Available at: ${ADDRESS} (Accessed: 22 November 2026).`,
    )
  })

  test('as BibTeX', () => {
    expect(bibtex(CITED)).toBe(
      [
        '@misc{october.abc123,',
        '  author = {{Harbour Council}},',
        '  title = {{Agenda pack, 5 December 2024}},',
        '  year = {2024},',
        '  month = dec,',
        '  day = {5},',
        `  note = {${place}},`,
        `  url = {${ADDRESS}}`,
        '}',
      ].join('\n'),
    )
  })
})

describe('what the record does not tell is left out', () => {
  const BARE: CitedParagraph = {
    ...CITED,
    author: null,
    documentDate: null,
    partTitle: CITED.documentTitle,
    date: null,
    item: null,
    label: '\u2022',
    page: null,
  }

  test('in every form', () => {
    expect(plain(BARE)).toBe(`"Agenda pack, 5 December 2024". ${ADDRESS}`)
    expect(harvard(BARE)).toBe(
      `_Agenda pack, 5 December 2024_ (no date). Available at: ${ADDRESS} (Accessed: 22 November 2026).`,
    )
    expect(bibtex(BARE)).toBe(
      `@misc{october.abc123,\n  title = {{Agenda pack, 5 December 2024}},\n  url = {${ADDRESS}}\n}`,
    )
  })

  test.each([
    ['2022-03', '(2022)', 'March 2022', 'year = {2022},\n  month = mar,\n  title'],
    ['2022', '(2022)', '2022', 'year = {2022},\n  title'],
  ])('of a date that is only %s', (date, year, words, fields) => {
    const partial = { ...CITED, documentDate: date, date }
    expect(harvard(partial)).toContain(`Harbour Council ${year} `)
    expect(plain(partial)).toContain(`, ${words}, item 12`)
    expect(bibtex(partial)).toContain(fields.slice(0, fields.indexOf(',\n  title')))
    expect(bibtex(partial)).not.toMatch(/day = |undefined|NaN|= ,/)
  })

  test('the document is as old as the paragraph where only that is dated', () => {
    expect(harvard({ ...CITED, documentDate: null })).toContain('(2024)')
  })

  test('a day that the name of the part has is not said twice', () => {
    const named = { ...CITED, partTitle: 'Minutes of the Panel, 10 October 2024' }
    expect(plain(named).match(/10 October 2024/g)).toHaveLength(1)
  })
})

test.each([
  ['Arts & Events', 'Arts \\& Events'],
  ['100% of #1 at $5_a', '100\\% of \\#1 at \\$5\\_a'],
  ['{braces}', '\\textbraceleft{}braces\\textbraceright{}'],
  ['C:\\~x^2', 'C:\\textbackslash{}\\textasciitilde{}x\\textasciicircum{}2'],
])('in BibTeX %s is written %s', (title, written) => {
  expect(bibtex({ ...CITED, documentTitle: title })).toContain(`title = {{${written}}}`)
})

test('a key of BibTeX has no sign of its own', () => {
  expect(bibtex({ ...CITED, id: 'o\u2019clock, {x}' })).toMatch(/^@misc\{o-clock-x-,\n/)
})
