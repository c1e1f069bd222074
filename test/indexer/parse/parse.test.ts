import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { extractText } from '../../../indexer/extract/text.ts'
import { parse } from '../../../indexer/parse/index.ts'
import { minutesText } from '../../builders/corpusFolder.ts'

const read = (text: string, catalogue = {}) =>
  parse({ id: 'minutes', file: 'minutes.txt', sha256: '', bytes: text.length, catalogue }, extractText(text))

const textsOf = (text: string): string[] => read(text).paragraphs.map((paragraph) => paragraph.text)

describe('minutes of a committee', () => {
  const parsed = read(minutesText())

  test('body and date are those of the meeting', () => {
    expect(parsed.parts).toMatchObject([
      { kind: 'minutes', body: 'Harbour Scrutiny Panel', date: '2024-10-10' },
    ])
    expect(parsed.document).toMatchObject({
      kind: 'minutes',
      title: 'Minutes of the Harbour Scrutiny Panel, 10 October 2024',
    })
  })

  test('an item has its number, title and reference, and its paragraphs stand in it', () => {
    expect(parsed.items).toEqual([
      { index: 0, part: 0, number: '12', title: 'Ferry Service - Update', reference: 'Item B1' },
    ])
    expect(
      parsed.paragraphs.filter(({ item }) => item === 0).map(({ kind, label }) => [kind, label]),
    ).toEqual([
      ['heading', '12.'],
      ['text', '1.'],
      ['text', '2.'],
      ['decision', null],
    ])
    expect(parsed.paragraphs.at(-1)?.headings).toEqual(['Ferry Service - Update'])
  })

  test('those present, with role and status', () => {
    expect(parsed.attendees.map(({ name, role, status }) => [name, role, status])).toEqual([
      ['Mrs J Fisher', 'Chairman', 'present'],
      ['Mr D Pike', 'Vice-Chairman', 'present'],
      ['Cllr A Roach', 'Panel Member', 'present'],
      ['Ms M Ling', 'Chief Executive', 'in attendance'],
    ])
  })

  test('what is not known is left out, and said to be', () => {
    const { document, doubts } = read(
      'Meeting Notes\n\n1. Welcome\n\n- The Chair welcomed those present to the meeting.',
    )
    expect(document).toMatchObject({ body: null, date: null })
    expect(doubts.map(({ kind }) => kind)).toEqual(['no_date', 'no_body', 'no_attendance'])
    expect(
      read('Meeting Notes\n\n1. Welcome', { date: '2022-03', body: 'Harbour Board' }).document,
    ).toMatchObject({ body: 'Harbour Board', date: '2022-03' })
  })
})

describe('paragraphs as printed', () => {
  const wrapped = (...lines: readonly string[]): string => lines.join('\n')

  test('lines are joined, and the hyphen at the end of one is kept', () => {
    const text = wrapped(
      'Members raised concerns regarding the poor performance of the 101 non-',
      'emergency enquiry line and requested a report from the Commissioner which',
      'explains what he had done.',
    )
    expect(textsOf(text)).toEqual([
      'Members raised concerns regarding the poor performance of the 101 non-emergency enquiry line and requested a report from the Commissioner which explains what he had done.',
    ])
  })

  test('a blank line after every wrapped line separates nothing', () => {
    const text = wrapped(
      '1. The Commissioner presented his Annual Report for 2021/22. He began by',
      '',
      'giving thanks to his Office and Kent Police for their support and work',
      '',
      'progressing his priorities over the previous year.',
      '',
      '',
      '',
      '2. Following a question from the Chair on how rising costs had impacted on',
      '',
      'finances, the Commissioner replied that he had a report.',
    )
    expect(read(text).paragraphs.map(({ label }) => label)).toEqual(['1.', '2.'])
  })

  test('a paragraph goes on over a page break, and keeps the place where the running head was', () => {
    const page = (first: string): string => `Harbour Board\n${first}\n`
    const text = [
      'one page of text.',
      'the ferry would be',
      'repaired in the spring of the next year.',
      'another page of text.',
    ]
      .map(page)
      .join('\f')
    const joined = read(text).paragraphs.find((paragraph) => paragraph.text.startsWith('the ferry'))
    expect(joined).toMatchObject({
      text: 'the ferry would be repaired in the spring of the next year.',
      seams: [18],
      page: 2,
    })
  })

  test('a rule between two lines is left out, and no quote may cross its place', () => {
    const [paragraph] = read(
      ['- The library is open for 41 hours a week, on five days including', '---', 'two late nights.'].join(
        '\n\n',
      ),
    ).paragraphs
    expect(paragraph?.text).toBe(
      'The library is open for 41 hours a week, on five days including two late nights.',
    )
    expect(paragraph?.seams).toEqual([paragraph?.text.indexOf(' two')])
  })

  test('a sub-heading that follows its paragraph without a blank line is a heading', () => {
    const text = wrapped(
      '• The PCC said it was a very helpful update and fantastic to see the partnership between his office and',
      'the Force, with the work of both informing the strategy and the way in which such crimes were dealt with.',
      'Fighting crime and anti-social behaviour',
      '',
      '• Noting the Force had a recording accuracy rate of nearly 97%, the Chief Constable reported on the period.',
    )
    expect(read(text).paragraphs.map(({ kind }) => kind)).toEqual(['list_item', 'heading', 'list_item'])
  })

  test('a number at the start of a line in mid-sentence begins no paragraph', () => {
    const text = wrapped(
      '1. The rate of burglary had fallen by a third in all the districts of the county when compared with that of',
      '2019. He noted that the rate had gone on falling after the lifting of restrictions in the following spring.',
    )
    expect(textsOf(text)).toHaveLength(1)
  })

  test('the spans of a paragraph are its text, white space and label apart', () => {
    const text = minutesText()
    const source = extractText(text).source
    for (const paragraph of read(text).paragraphs) {
      const spelt = paragraph.spans.map(([start, end]) => source.slice(start, end)).join('')
      expect(spelt.replace(/\s/g, '')).toBe(paragraph.text.replace(/\s/g, ''))
    }
  })
})

describe('ids of paragraphs', () => {
  test('they follow from the text, and a text that stands twice has two', () => {
    const ids = read(
      'RESOLVED that the report be noted.\n\nOther business was discussed at some length.\n\nRESOLVED that the report be noted.',
    ).paragraphs.map(({ id }) => id)
    expect(ids[2]).toBe(`${ids[0] ?? ''}-2`)
    expect(ids[0]).toMatch(/^minutes\.[a-z2-7]{8}$/)
  })

  test('a paragraph added above changes none', () => {
    const before = read(minutesText()).paragraphs.map(({ id }) => id)
    const after = read(
      `A note by the clerk was added above the minutes of this meeting.\n\n${minutesText()}`,
    ).paragraphs.map(({ id }) => id)
    expect(after).toEqual(expect.arrayContaining(before))
  })
})

test('whatever the text, parsing ends, and loses no word', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '',
      '• A point that was made',
      '1. A paragraph',
      '(Item B1)',
      'RESOLVED that it be noted.',
      'MINUTES of a meeting of the Board held on 1 May 2020.',
      'To: the Panel',
      'Subject: Ferries',
      'Date: 1 May 2020',
      '\f',
      'Additional documents:',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
      const text = `Text that stays\n${lines.join('\n')}`
      if (text.includes('\0')) return
      const { paragraphs } = read(text)
      const kept = paragraphs
        .map((paragraph) => `${paragraph.label ?? ''}${paragraph.text}`)
        .join('')
        .replace(/\s/g, '')
      for (const point of ['Apointthatwasmade', 'RESOLVEDthatitbenoted.']) {
        const wanted = text.replace(/\s/g, '').split(point).length
        expect(kept.split(point)).toHaveLength(wanted)
      }
    }),
    { numRuns: 200 },
  )
})
