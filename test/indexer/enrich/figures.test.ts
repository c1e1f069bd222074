import { describe, expect, test } from '@jest/globals'
import { figuresIn } from '../../../indexer/enrich/figures.ts'
import { MEASURE_RULES } from '../../../indexer/enrich/measures.ts'
import { enriched, minutesOfItem, parsed } from '../../builders/record.ts'
import { findFigures } from '../../../indexer/enrich/figures.ts'

const MEETING = '2022-10-31'
const read = (sentence: string) => figuresIn(sentence, MEETING)

describe('what a figure measures', () => {
  test.each(MEASURE_RULES)('$name: $example.sentence', ({ example }) => {
    expect(read(example.sentence)).toMatchObject([{ measure: example.measure }])
  })

  test('two values of one measure are two figures with two periods', () => {
    expect(read('Victim satisfaction was 93.8 %, a slight decrease on 94.6 % last year.')).toMatchObject([
      { value: 93.8, unit: 'percent', measure: 'Victim satisfaction', period: { from: '2022' } },
      { value: 94.6, unit: 'percent', measure: 'Victim satisfaction', period: { from: '2021' } },
    ])
  })

  test('a label before the colon names those of whom it is', () => {
    expect(
      read(
        '101 calls: average answer time 2 minutes 30 seconds in September 2022, compared with 4 minutes in August.',
      ),
    ).toMatchObject([
      { value: 2.5, measure: 'average answer time', population: '101 calls', period: { from: '2022-09' } },
      { value: 4, measure: 'average answer time', population: '101 calls', period: { from: '2022-08' } },
    ])
  })

  test('so many of those who are to be', () => {
    expect(read('22 had been recruited of 100 officers by June 2017.')).toMatchObject([
      { value: 22, measure: 'had been recruited', population: 'officers', period: { from: '2017-06' } },
    ])
  })

  test('a change is one figure, what it leads to another', () => {
    expect(read('The precept would rise by £10 to £243.15 for a Band D property.')).toMatchObject([
      { value: 10, unit: 'pounds', measure: 'precept would rise' },
      { value: 243.15, unit: 'pounds', measure: 'precept', population: 'Band D property' },
    ])
  })

  test('each value has the period beside it', () => {
    expect(
      read('Ferry passengers: the number of passengers was 57 in 2019, 54 in 2020 and 45 in 2021.').map(
        ({ value, period }) => [value, period?.from],
      ),
    ).toEqual([
      [57, '2019'],
      [54, '2020'],
      [45, '2021'],
    ])
  })

  test('a period before its values is of all of them', () => {
    expect(
      read('In 2021/22, 12 berths were repaired and 30 moorings were inspected.').map(
        ({ period }) => period?.basis,
      ),
    ).toEqual(['financial_year', 'financial_year'])
  })

  test('what a change is measured against is not its period', () => {
    expect(read('Harbour dues income fell by 8.1% compared to 2020/21.')).toMatchObject([{ period: null }])
  })

  test.each([
    ['exactly', 'Berth occupancy was 90%.'],
    ['about', 'Berth occupancy was about 90%.'],
    ['more_than', 'Berth occupancy was just over 90%.'],
    ['less_than', 'Berth occupancy was just under 90%.'],
    ['target', 'Berth occupancy was 90%, against a target of 95%.'],
  ] as const)('its sense is %s: %s', (sense, sentence) => {
    expect(read(sentence).at(-1)).toMatchObject({ measure: 'Berth occupancy', sense })
  })
})

describe('no figure', () => {
  test.each([
    ['a pronoun', 'It was 93%.'],
    ['a question', 'Cllr Roach asked whether the collection rate was 93%.'],
    ['a motion', 'That the Panel provide a grant of £5,000 for new fenders.'],
    ['a possibility', 'The collection rate could be 93%.'],
    ['a denial', 'The collection rate was not 93%.'],
    ['items and pages', 'Item 12 on page 4 was noted at 10.30am on 6 May 2024.'],
    ['a row of a table that the file has lost', 'Non-residents 5338 5934 -596 -10.0% 13.2% 17.5%'],
    ['nothing', ''],
    ['marks alone', '£ % , 5 .'],
  ])('%s: %s', (_, sentence) => {
    expect(read(sentence)).toEqual([])
  })
})

describe('the figures of a document', () => {
  test('stand in their sentences: each value is where it says', () => {
    const { figures } = enriched(
      minutesOfItem('Fares', 'Fares rose. Ferry passenger satisfaction was 93.8% in June 2024, up from 91%.'),
    )
    expect(figures.map(({ text, start, end }) => text.slice(start, end))).toEqual(['93.8%', '91%'])
    expect(figures[0]?.text).toBe('Ferry passenger satisfaction was 93.8% in June 2024, up from 91%.')
  })

  test('items of a list are of the period that leads them in', () => {
    const { figures } = enriched(
      minutesOfItem(
        'Wardens',
        'From April to June 2024 wardens recorded:',
        '• 703 harbour visits by schools',
        '• 92 complaints received',
        'In all, 12 wardens were employed.',
      ),
    )
    expect(figures.map(({ measure, period }) => [measure, period?.from])).toEqual([
      ['complaints received', '2024-04'],
      ['wardens were employed', undefined],
    ])
  })

  test('a table gives them where its columns are periods', () => {
    const document = parsed(minutesOfItem('Accidents', 'Accidents at sea fell.'))
    const [paragraph] = document.paragraphs.filter(({ text }) => text.startsWith('Accidents at sea'))
    if (!paragraph) throw new Error('no paragraph')
    const row = (text: string, cells: readonly (readonly [number, number])[]) => ({
      ...paragraph,
      kind: 'table_row' as const,
      text,
      cells,
    })
    const rows = [
      row('2021 2022 2023 (to date)', [
        [0, 0],
        [0, 4],
        [5, 9],
        [10, 24],
      ]),
      row('Ferry accidents 57 54 45', [
        [0, 15],
        [16, 18],
        [19, 21],
        [22, 24],
      ]),
    ]
    expect(findFigures({ ...document, paragraphs: rows })).toMatchObject([
      { measure: 'Ferry accidents', value: 57, period: { from: '2021' } },
      { measure: 'Ferry accidents', value: 54, period: { from: '2022' } },
    ])
  })
})
