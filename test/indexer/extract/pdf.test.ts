import { describe, expect, jest, test } from '@jest/globals'
import type { ExtractedText, SourceLine } from '../../../corpus/model/extractedText.ts'
import { extractPdf } from '../../../indexer/extract/pdf.ts'
import { Refusal } from '../../../indexer/extract/refusal.ts'
import { joinLines } from '../../../indexer/parse/blocks.ts'
import { removeFurniture } from '../../../indexer/parse/furniture.ts'
import { block, grid, pdf } from '../../builders/pdf.ts'
import type { Drawn } from '../../builders/pdf.ts'

const read = async (...pages: Drawn[][]): Promise<ExtractedText> => extractPdf(await pdf(pages))
const texts = ({ lines }: ExtractedText): string[] => lines.map(({ text }) => text)
const cellsOf = ({ text, cells }: SourceLine): string[] => cells.map(([start, end]) => text.slice(start, end))
const paragraphs = ({ lines, wrapped }: ExtractedText): string[] =>
  joinLines(removeFurniture(lines), wrapped).map(({ marker, text }) => (marker?.label ?? '') + text)

const PROSE = [
  'The committee considered the report of the',
  'director on the state of the roads and the',
  'money set aside for their repair in the year',
  'to come, and asked that a further report be',
  'brought to its next meeting.',
]
const OTHER_PROSE = [
  'Members asked what had become of the bridge',
  'at the mill, which had been closed since the',
  'flood; the director said that the work would',
  'begin in May and be done before the autumn,',
  'if the weather allowed it.',
]

describe('lines', () => {
  test('they point into the source, pages parted by form feeds and lines by line feeds', async () => {
    const { source, lines, pages, wrapped } = await read(
      block(70, 70, ['First line', 'Second line']),
      block(70, 70, ['Third line']),
    )
    expect(source).toBe('First line\nSecond line\fThird line')
    expect({ pages, wrapped }).toEqual({ pages: 2, wrapped: true })
    for (const { text, offsets } of lines) expect(offsets.map((at) => source[at]).join('')).toBe(text)
    expect(lines.map(({ page, pageStart }) => [page, pageStart])).toEqual([
      [1, true],
      [1, false],
      [2, true],
    ])
  })

  test('pieces of a line get a space where a gap is between them, and only there', async () => {
    const drawn = [
      { text: 'The Chair wel', x: 70, y: 70 },
      { text: 'comed', x: 138.2, y: 70 },
      { text: 'Members.', x: 177, y: 70 },
    ]
    expect(texts(await read(drawn))).toEqual(['The Chair welcomed Members.'])
  })

  test('a small raised ordinal stays in its line', async () => {
    const drawn = [
      { text: 'held on 29', x: 70, y: 70 },
      { text: 'th', x: 122, y: 68, size: 7 },
      { text: 'January', x: 133, y: 70 },
    ]
    expect(texts(await read(drawn))).toEqual(['held on 29th January'])
  })

  test('gaps are told relative to the usual line spacing', async () => {
    const { lines } = await read(
      block(70, 70, [
        'It was agreed that the report be',
        'noted, that the matter be looked',
        'into and that the chair be asked',
        'to write.',
        '',
        'The next item was taken.',
        '',
        '',
        'The meeting was closed.',
      ]),
    )
    expect(lines.map(({ blankBefore }) => blankBefore)).toEqual([0, 0, 0, 0, 1, 2])
  })

  test('a line is strong where all of it is bold, and a heading where its font is clearly larger', async () => {
    const { lines } = await read([
      { text: 'Minutes', x: 70, y: 50, size: 20 },
      { text: 'Roads', x: 70, y: 90, size: 15, bold: true },
      { text: 'Apologies', x: 70, y: 120, bold: true },
      { text: 'Present:', x: 70, y: 150, bold: true },
      { text: 'Councillor Smith', x: 120, y: 150 },
      ...block(70, 180, PROSE),
    ])
    expect(lines.slice(0, 5).map(({ text, strong, headingLevel }) => [text, strong, headingLevel])).toEqual([
      ['Minutes', false, 1],
      ['Roads', true, 2],
      ['Apologies', true, null],
      ['Present: Councillor Smith', false, null],
      [PROSE[0], false, null],
    ])
  })

  test('turned text makes lines of its own after the rest', async () => {
    const drawn = [{ text: 'Agenda Item 5', x: 560, y: 300, turned: 90 }, ...block(70, 70, PROSE)]
    expect(texts(await read(drawn))).toEqual([...PROSE, 'Agenda Item 5'])
  })

  test('text printed twice over itself, to look bold, stands once', async () => {
    const drawn = [
      { text: 'Apologies', x: 70, y: 70 },
      { text: 'Apologies', x: 70.3, y: 70 },
      { text: 'None were received.', x: 70, y: 90 },
    ]
    expect(texts(await read(drawn))).toEqual(['Apologies', 'None were received.'])
  })
})

describe('paragraphs, as their lines are joined later', () => {
  test('a hyphen at the end of a line stays, and the word is joined', async () => {
    const drawn = block(70, 70, ['The committee asked the vice-', 'chair to report on the matter.'])
    expect(paragraphs(await read(drawn))).toEqual([
      'The committee asked the vice-chair to report on the matter.',
    ])
  })

  test('a numbered paragraph with a hanging indent is no table and no column', async () => {
    const drawn = [
      ...grid([70, 100], 70, [['1.', 'The Chair reminded the Panel of the campaign and asked']]),
      ...block(100, 84, ['that those who could contribute should do so.']),
      ...grid([70, 100], 112, [['2.', 'The Chair said that she would send a message to all to']]),
      ...block(100, 126, ['remind Members of their duties.']),
    ]
    const extracted = await read(drawn)
    expect(extracted.lines.every(({ cells }) => cells.length === 0)).toBe(true)
    expect(paragraphs(extracted)).toEqual([
      '1.The Chair reminded the Panel of the campaign and asked that those who could contribute should do so.',
      '2.The Chair said that she would send a message to all to remind Members of their duties.',
    ])
  })
})

describe('columns', () => {
  test('prose in two columns is read down one and then down the other', async () => {
    const heading = {
      text: 'Minutes of the Roads and Bridges Committee of the County Council',
      x: 120,
      y: 60,
    }
    const drawn = [
      heading,
      ...grid(
        [70, 310],
        90,
        PROSE.map((line, row) => [line, OTHER_PROSE[row] ?? '']),
      ),
    ]
    expect(texts(await read(drawn))).toEqual([heading.text, ...PROSE, ...OTHER_PROSE])
  })

  test('a sentence that goes on at the top of the next column is one paragraph', async () => {
    const drawn = [
      ...block(70, 90, PROSE.slice(0, 4)),
      ...block(310, 90, [...PROSE.slice(4), '', ...OTHER_PROSE]),
    ]
    expect(paragraphs(await read(drawn))).toEqual([PROSE.join(' '), OTHER_PROSE.join(' ')])
  })

  test('three columns', async () => {
    const narrow = (lines: readonly string[]): string[] => lines.map((line) => line.slice(0, 26).trim())
    const [first, second] = [narrow(PROSE), narrow(OTHER_PROSE)]
    const drawn = [...block(50, 90, first), ...block(220, 90, second), ...block(390, 90, first)]
    expect(texts(await read(drawn))).toEqual([...first, ...second, ...first])
  })
})

describe('tables', () => {
  test('each row is a line with its cells, empty ones included', async () => {
    const { lines, source } = await read(
      grid([70, 220, 350], 70, [
        ['Scheme', 'Ward', 'Cost'],
        ['Mill bridge', 'Riverside', '12,000'],
        ['High Street', '', '4,500'],
      ]),
    )
    expect(lines.map(cellsOf)).toEqual([
      ['Scheme', 'Ward', 'Cost'],
      ['Mill bridge', 'Riverside', '12,000'],
      ['High Street', '', '4,500'],
    ])
    expect(lines.at(-1)?.text).toBe('High Street 4,500')
    expect(source).toBe('Scheme\tWard\tCost\nMill bridge\tRiverside\t12,000\nHigh Street\t\t4,500')
    for (const { text, offsets } of lines)
      expect(
        offsets
          .map((at) => source[at])
          .join('')
          .replace(/\s/g, ' '),
      ).toBe(text)
  })

  test('the lines of a wrapped cell are joined', async () => {
    const { lines } = await read(
      grid([70, 220, 400], 70, [
        ['Item', 'Decision', 'Owner'],
        ['Mill bridge', 'To be repaired before', 'Roads'],
        ['', 'the end of the year', ''],
        ['High Street', 'To be closed', 'Police'],
      ]),
    )
    expect(lines.map(cellsOf)).toEqual([
      ['Item', 'Decision', 'Owner'],
      ['Mill bridge', 'To be repaired before the end of the year', 'Roads'],
      ['High Street', 'To be closed', 'Police'],
    ])
  })

  test('rows of equal lines are rows each, where others are set apart', async () => {
    const row = (y: number, cells: string[][]): Drawn[] => grid([70, 220, 400], y, cells, 13)
    const { lines } = await read([
      ...row(70, [['Item', 'Decision', 'Owner']]),
      ...row(92, [
        ['The bridge at', 'To be repaired before', 'Roads'],
        ['the mill', 'the end of the year', 'and bridges'],
      ]),
      ...row(127, [['High Street', 'To be closed', 'Police']]),
    ])
    expect(lines.map(cellsOf)).toEqual([
      ['Item', 'Decision', 'Owner'],
      ['The bridge at the mill', 'To be repaired before the end of the year', 'Roads and bridges'],
      ['High Street', 'To be closed', 'Police'],
    ])
  })

  test.each([
    [
      'names after labels',
      [
        ['Present:', 'Smith, Jones and Brown'],
        ['Apologies:', 'White and Green'],
      ],
    ],
    [
      'names in columns',
      [
        ['Councillor Smith', 'Councillor Jones'],
        ['Councillor White', 'Mrs Green'],
      ],
    ],
    [
      'numbers before text',
      [
        ['12.', 'Apologies were received.'],
        ['13.', 'There was no interest.'],
      ],
    ],
  ])('%s are none', async (_, rows) => {
    const { lines } = await read(grid([70, 250], 70, rows))
    expect(lines.map(({ text, cells }) => [text, cells])).toEqual(rows.map((row) => [row.join(' '), []]))
  })

  test('notes at the right margin of running text are none', async () => {
    const { lines } = await read(
      grid([70, 480], 70, [
        ['(i) A request for data, to be answered.', 'Clerk'],
        ['(ii) A survey of the paths in the parish.', 'Clerk'],
        ['(iii) A letter of the county council about the bridge at the mill, which was read out aloud', ''],
        ['and discussed.', 'Noted'],
      ]),
    )
    expect(lines.filter(({ cells }) => cells.length > 0)).toEqual([])
    expect(lines[0]?.text).toBe('(i) A request for data, to be answered. Clerk')
  })
})

describe('page furniture', () => {
  const pages = (count: number, foot: (page: number) => string): Drawn[][] =>
    Array.from({ length: count }, (_, index) => [
      { text: 'Roads Committee', x: 70, y: 30 },
      ...block(70, 80, [`Paragraph ${index * 7 + 3} of the minutes was agreed`, 'and the report was noted.']),
      { text: foot(index + 1), x: 290, y: 800 },
    ])
  const furniture = ({ lines }: ExtractedText): string[] =>
    lines.filter((line) => line.furniture).map(({ text }) => text)

  test.each([
    ['bare numbers', (page: number) => String(page + 16), ['17', '18', '19']],
    ['numbers in words', (page: number) => `Page ${page} of 3`, ['1', '2', '3']],
    ['numbers in dashes', (page: number) => `- ${page + 3} -`, ['4', '5', '6']],
    ['Roman numbers', (page: number) => ['iii', 'iv', 'v'][page - 1] ?? '', ['iii', 'iv', 'v']],
  ])(
    'running heads and feet are told by their repetition, and the page by its number: %s',
    async (_, foot, labels) => {
      const extracted = await read(...pages(3, foot))
      expect(furniture(extracted)).toEqual([1, 2, 3].flatMap((page) => ['Roads Committee', foot(page)]))
      expect(extracted.lines.filter(({ pageStart }) => pageStart).map(({ pageLabel }) => pageLabel)).toEqual(
        labels,
      )
      expect(extracted.source).toContain('Roads Committee')
    },
  )

  test('two pages are enough where there are no more', async () => {
    expect(furniture(await read(...pages(2, (page) => String(page))))).toHaveLength(4)
  })

  test('a watermark that stands on most pages is furniture', async () => {
    const drawn = ['first', 'second', 'third'].map((name) => [
      ...block(70, 80, [`The ${name} page of the minutes`]),
      { text: 'DRAFT', x: 200, y: 400, size: 60, turned: 45 },
    ])
    expect(furniture(await read(...drawn))).toEqual(['DRAFT', 'DRAFT', 'DRAFT'])
  })

  test('a title that stands once is none, and a number that does not rise with the page is none', async () => {
    const drawn = ['41', '7', '12'].map((number, page) => [
      ...(page === 0 ? [{ text: 'Minutes of the Roads Committee', x: 70, y: 30 }] : []),
      ...block(70, 80, [`Text of the page ${'abc'[page] ?? ''}`]),
      { text: number, x: 290, y: 800 },
    ])
    expect(furniture(await read(...drawn))).toEqual([])
  })

  test('the repeated head of a table is none', async () => {
    const drawn = ['bridge', 'street', 'path'].map((name, page) =>
      grid([70, 220, 350], 70, [
        ['Scheme', 'Ward', 'Cost'],
        [`The ${name}`, 'Riverside', `${page * 5 + 1},000`],
        [`Its ${name}`, 'Hillside', `${page * 3 + 2},500`],
      ]),
    )
    const extracted = await read(...drawn)
    expect(furniture(extracted)).toEqual([])
    expect(texts(extracted)[0]).toBe('Scheme Ward Cost')
  })
})

describe('refusals', () => {
  const refusal = async (bytes: Uint8Array): Promise<Refusal> => {
    const error: unknown = await extractPdf(bytes).catch((reason: unknown) => reason)
    if (error instanceof Refusal) return error
    throw new Error('it was not refused')
  }

  test('a file without text', async () => {
    const { message, remedy } = await refusal(await pdf([[], []]))
    expect(message).toBe('it has no text layer: it needs OCR')
    expect(remedy).toMatch(/OCR/)
  })

  test('a page without text among others is no reason', async () => {
    expect(texts(await read([], block(70, 70, ['The minutes were agreed.'])))).toEqual([
      'The minutes were agreed.',
    ])
  })

  test('an encrypted file', async () => {
    const { message } = await refusal(await pdf([block(70, 70, ['Secret'])], { password: 'open' }))
    expect(message).toBe('it is encrypted with a password')
  })

  test('a file cut short, and one with its inside damaged', async () => {
    const whole = await pdf([block(70, 70, PROSE)])
    expect((await refusal(whole.slice(0, whole.length / 2))).message).toBe(
      'it is damaged or cut short: its end is missing',
    )
    const damaged = Buffer.from(Buffer.from(whole).toString('latin1').replaceAll(' obj', ' jbo'), 'latin1')
    expect((await refusal(damaged)).message).toMatch(/^it is damaged or cut short: /)
  })

  test('nothing is printed, whatever the file', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((method) => jest.spyOn(console, method))
    await read(block(70, 70, PROSE))
    await refusal(new TextEncoder().encode('%PDF-1.7 nothing %%EOF'))
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    jest.restoreAllMocks()
  })
})
