import { describe, expect, test } from '@jest/globals'
import type { ParagraphInContext } from '../../../corpus/store/paragraphs.ts'
import type { Features } from '../../../server/answer/candidates.ts'
import { headOf, headsOf, passageOf, readBest, spanIn, withReadings } from '../../../server/answer/reading.ts'
import type { Passage } from '../../../server/reader/passageReading.ts'
import { readingOf } from '../../builders/readings.ts'

const PRESS = 'The Commissioner meets the press each month. Two editors came to the last briefing.'
const CARS = 'The Chair asked about cars. The force has 1,200 of them.'

const standing = (meeting: string | null, date: string | null, item: string, headings: string[]) =>
  ({
    meeting: meeting === null ? null : { body: meeting },
    date,
    item: { title: item },
    paragraph: { headings, text: PRESS },
  }) as unknown as ParagraphInContext

describe('what a passage stands in, as the reader is told it', () => {
  test('is the body and the day of its meeting, its item and its nearest heading', () => {
    const context = standing('Police and Crime Panel', '2022-12-06', 'Media', ['Reports', 'Briefings:'])
    expect(headOf(...headsOf(context))).toBe('Police and Crime Panel, 6 December 2022. Media. Briefings: ')
  })

  test('says nothing twice, and nothing of what is not known', () => {
    expect(headOf(...headsOf(standing(null, null, 'Media', ['Media'])))).toBe('Media: ')
    expect(headOf(...headsOf(standing(null, null, '', [])))).toBe('')
  })
})

describe('reading', () => {
  test('is of the ten best paragraphs, and known by their places in the search', async () => {
    const ranked = Array.from({ length: 14 }, (_, index) => ({
      rank: 20 - index,
      passage: passageOf(standing(null, null, `Item ${index}`, [])),
    }))
    const asked: Passage[] = []
    const readings = await readBest('Who?', ranked, (_question, passages) => {
      asked.push(...passages)
      return Promise.resolve(passages.map((_, index) => readingOf(PRESS, { answerable: index })))
    })
    expect(asked.map(({ head }) => head)).toEqual(ranked.slice(0, 10).map((_, index) => `Item ${index}: `))
    expect(readings?.get(20)?.answerable).toBe(0)
    expect(readings?.get(11)?.answerable).toBe(9)
    expect(readings?.has(10)).toBe(false)
  })

  test('that was not possible leaves nothing', async () => {
    const ranked = [{ rank: 0, passage: passageOf(standing(null, null, '', [])) }]
    expect(await readBest('Who?', ranked, () => Promise.resolve(null))).toBeNull()
  })
})

describe('what the reader says of a candidate', () => {
  const last = PRESS.indexOf('Two')
  const candidates = [
    { rank: 0, start: 0, end: last - 1, features: { coverage: 0.7 } as Features },
    { rank: 0, start: last, end: PRESS.length, features: {} },
    { rank: 1, start: 0, end: CARS.length, features: {} },
    { rank: 2, start: 0, end: 40, features: {} },
  ]
  const readings = new Map([
    [0, readingOf(PRESS, { answerable: 3, words: 'Two editors', evidence: PRESS.slice(last) })],
    [1, readingOf(CARS, { answerable: -2 })],
  ])
  const [first, second, other, unread] = withReadings(candidates, readings).map(({ features }) => features)

  test('stands beside what was known of it', () => {
    expect(first).toMatchObject({ coverage: 0.7, isRead: 1 })
  })

  test('is of its paragraph how likely it answers, and how far it leads the others', () => {
    expect(first).toMatchObject({ readerAnswerable: 3, readerLead: 5 })
    expect(second).toMatchObject({ readerAnswerable: 3, readerLead: 5 })
    expect(other).toMatchObject({ readerAnswerable: -2, readerLead: -5 })
  })

  test('is of the window itself whether the words and the sentence that answer are in it', () => {
    expect(second).toMatchObject({ readerSpan: 8, readerSpanHere: 0, readerEvidence: 4 })
    expect(first).toMatchObject({ readerSpan: -8, readerSpanHere: -12, readerEvidence: -4 })
    expect(second?.readerEvidenceShare).toBeGreaterThan(0.9)
  })

  test('is the least that can be where its paragraph was not read', () => {
    expect(unread).toMatchObject({ isRead: 0, readerAnswerable: -12, readerEvidenceShare: 0 })
  })
})

test('the words that the reader points to are given as offsets into the paragraph', () => {
  const reading = readingOf(PRESS, { answerable: 3, words: 'Two editors' })
  const span = spanIn(reading, { start: 10, end: PRESS.length })
  expect(span && PRESS.slice(...span)).toBe('Two editors')
  expect(spanIn(reading, { start: 0, end: 0 })).toBeNull()
  expect(spanIn(reading, { start: 0, end: 40 })).toBeNull()
})
