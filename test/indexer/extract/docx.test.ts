import { describe, expect, test } from '@jest/globals'
import { extractDocx } from '../../../indexer/extract/docx.ts'
import { extract } from '../../../indexer/extract/index.ts'
import { Refusal } from '../../../indexer/extract/refusal.ts'
import { docx, item, list, listDefinition, paragraph, run, table, zip } from '../../builders/docx.ts'

/** The texts of a document's lines. */
async function textsOf(parts: Parameters<typeof docx>[0]): Promise<string[]> {
  return (await extractDocx(docx(parts))).lines.map(({ text }) => text)
}

const STYLES = [
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>',
].join('')

const MINUTES_LIST = listDefinition(1, ['decimal', '%1.'], ['lowerLetter', '%2)'], ['lowerRoman', '(%3)'])
const BULLETS = listDefinition(2, ['bullet', '\uf0b7'], ['bullet', '\u2013'])
const SECTIONS = listDefinition(3, ['upperRoman', '%1'], ['decimal', '%1.%2'])

describe('what a reader sees', () => {
  test('headings, strong paragraphs and manual line breaks', async () => {
    const body = [
      paragraph('Harbour Board', '<w:pStyle w:val="Title"/>'),
      paragraph('Tide gauges', '<w:pStyle w:val="Heading2"/>'),
      `<w:p>${run('Decision', '<w:b/>')}</w:p>`,
      `<w:p>${run('Town Hall')}<w:r><w:br/></w:r>${run('Quay Street')}</w:p>`,
    ].join('')
    const { lines, wrapped, pages } = await extractDocx(docx({ body, styles: STYLES }))
    expect(
      lines.map(({ text, headingLevel, strong, blankBefore }) => [text, headingLevel, strong, blankBefore]),
    ).toEqual([
      ['Harbour Board', 1, false, 0],
      ['Tide gauges', 2, false, 1],
      ['Decision', null, true, 1],
      ['Town Hall', null, false, 1],
      ['Quay Street', null, false, 0],
    ])
    expect([wrapped, pages]).toEqual([false, null])
  })

  test('changes as accepted', async () => {
    const body = `<w:p>${run('The fee is ')}<w:del>${run('5').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run('6')}</w:ins>${run(' pounds.')}</w:p>`
    expect(await textsOf({ body })).toEqual(['The fee is 6 pounds.'])
  })

  test('footnotes at the end, under their marks; no heads of pages', async () => {
    const body = `<w:p>${run('Noted.')}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>${paragraph('Closed.')}`
    const footnotes = `<w:footnote w:id="7">${paragraph('By four votes to three.')}</w:footnote>`
    const header = paragraph('Harbour Board, page 1')
    expect(await textsOf({ body, footnotes, header })).toEqual([
      'Noted.[1]',
      'Closed.',
      '[1] By four votes to three.',
    ])
  })

  test.each([
    [
      'with a form for old programs',
      (box: string) => `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback>`,
    ],
    ['without one', () => ''],
  ])('text boxes after the paragraph that they hang on, once: %s', async (_, fallback) => {
    const box = `<w:txbxContent>${item('Quorum: four', 1)}</w:txbxContent>`
    const choice = `<mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice>`
    const body = `<w:p>${run('Present')}<w:r><mc:AlternateContent>${choice}${fallback(box)}</mc:AlternateContent></w:r></w:p>`
    const numbering = MINUTES_LIST + list(1, 1)
    expect(await textsOf({ body, numbering })).toEqual(['Present', '1. Quorum: four'])
  })

  test('the rows of a table', async () => {
    const row = (...cells: string[]): string[] => cells.map((cell) => paragraph(cell))
    const body = table(row('Action', 'Owner'), row('Mend the gate', ''), row('Paint it', 'Clerk'))
    const { lines } = await extractDocx(docx({ body }))
    expect(lines.map(({ text, cells }) => cells.map(([start, end]) => text.slice(start, end)))).toEqual([
      ['Action', 'Owner'],
      ['Mend the gate', ''],
      ['Paint it', 'Clerk'],
    ])
  })

  test('a table that lays out the minutes: automatic numbers stand before the text beside them', async () => {
    const body = table(
      [item('', 1), paragraph('Apologies') + paragraph('None were received.')],
      [item('', 1), paragraph('Minutes') + paragraph('They were approved.')],
    )
    expect(await textsOf({ body, numbering: MINUTES_LIST + list(1, 1) })).toEqual([
      '1. Apologies',
      'None were received.',
      '2. Minutes',
      'They were approved.',
    ])
  })
})

describe("Word's automatic numbers", () => {
  const numbering =
    MINUTES_LIST + BULLETS + SECTIONS + list(1, 1) + list(2, 2) + list(3, 3) + list(4, 1, 1) + list(5, 1)

  test.each<[string, string[], string[]]>([
    ['they count on across other text', [item('A', 1), paragraph('x'), item('B', 1)], ['1. A', 'x', '2. B']],
    [
      'a level starts again below the next number above it',
      [item('A', 1), item('B', 1, 1), item('C', 1, 1), item('D', 1), item('E', 1, 1), item('F', 1, 2)],
      ['1. A', 'a) B', 'b) C', '2. D', 'a) E', '(i) F'],
    ],
    [
      'a list with a start of its own starts again',
      [item('A', 1), item('B', 4), item('C', 4)],
      ['1. A', '1. B', '2. C'],
    ],
    [
      'one without goes on with the list that it was made from',
      [item('A', 1), item('B', 5)],
      ['1. A', '2. B'],
    ],
    [
      'numbers of several levels',
      [item('A', 3), item('B', 3, 1), item('C', 3, 1)],
      ['I A', 'I.1 B', 'I.2 C'],
    ],
    ['a level above that has not been counted stands at its start', [item('A', 3, 1)], ['I.1 A']],
    [
      'bullets, those of special fonts as round ones',
      [item('A', 2), item('B', 2, 1)],
      ['\u2022 A', '\u2013 B'],
    ],
    ['a bullet needs text', [item('', 2), item('A', 2)], ['\u2022 A']],
    ['list 0 is none', [item('A', 1), item('B', 0)], ['1. A', 'B']],
    [
      'a paragraph that is struck out is not counted',
      [
        item('A', 1),
        paragraph('', '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'),
        item('B', 1),
      ],
      ['1. A', '2. B'],
    ],
    [
      'what a change replaced does not count',
      [paragraph('A', '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>')],
      ['A'],
    ],
  ])('%s', async (_, body, texts) => {
    expect(await textsOf({ body: body.join(''), numbering })).toEqual(texts)
  })

  test('they come from styles too, and from the styles that those are based on', async () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>',
      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Heading1"/></w:style>',
    ].join('')
    const body = paragraph('A', '<w:pStyle w:val="Heading1"/>') + paragraph('B', '<w:pStyle w:val="Item"/>')
    const { lines } = await extractDocx(docx({ body, styles, numbering }))
    expect(lines.map(({ text, headingLevel }) => [text, headingLevel])).toEqual([
      ['1. A', 1],
      ['2. B', null],
    ])
  })

  test('they do not make a strong line less strong, and part no list', async () => {
    const properties = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    const strong = `<w:p>${properties}${run('Drains', '<w:b/>')}</w:p>`
    const { lines } = await extractDocx(docx({ body: paragraph('x') + strong + strong, numbering }))
    expect(lines.map(({ text, strong, blankBefore }) => [text, strong, blankBefore])).toEqual([
      ['x', false, 0],
      ['a) Drains', true, 1],
      ['b) Drains', true, 0],
    ])
  })
})

describe('files that are refused, each with a reason', () => {
  const whole = docx({ body: paragraph('Minutes') })
  test.each([
    ['a ZIP archive', zip({ 'minutes.txt': 'Minutes' }), /it is a ZIP archive/],
    ['a spreadsheet', zip({ 'xl/workbook.xml': '<workbook/>' }), /it is a spreadsheet/],
    ['a presentation', zip({ 'ppt/presentation.xml': '<p/>' }), /it is a presentation/],
    [
      'an OpenDocument text',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      /it is an OpenDocument text/,
    ],
    ['one that is cut short', whole.subarray(0, whole.length - 40), /damaged or cut short/],
    [
      'one whose XML is broken',
      zip({ '_rels/.rels': '<a', 'word/document.xml': '<w:document>' }),
      /damaged Word/,
    ],
    ['one without text', docx({ body: paragraph('') }), /no text/],
    [
      'one that unpacks to harm',
      zip({ 'word/document.xml': ' '.repeat(17 * 1_048_576) }),
      /it unpacks to 17 MB/,
    ],
    [
      'an old or an encrypted document',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      /old kind .* or one locked with a password/,
    ],
  ])('%s', async (_, bytes, reason) => {
    await expect(extract(bytes)).rejects.toThrow(Refusal)
    await expect(extract(bytes)).rejects.toThrow(reason)
  })
})
