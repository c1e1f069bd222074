import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { termsOfText } from '../../../indexer/analysis/terms.ts'
import type {
  AnalysedQuery,
  EngineImplementation,
  IndexedParagraph,
  SearchEngine,
  SearchOptions,
} from '../../../indexer/engine/engine.ts'
import type { BuiltEngine } from '../../builders/engine.ts'
import { builtEngine, SEARCH_OPTIONS } from '../../builders/engine.ts'
import { indexedParagraph } from '../../builders/indexedParagraph.ts'
import { operatorContract } from './operatorContract.ts'
import { similarContract } from './similarContract.ts'

/** A small record: what was said of ferries and fares at two meetings. */
const RECORD: readonly IndexedParagraph[] = [
  indexedParagraph({
    id: 'a.1',
    text: 'The ferry was late on Monday.',
    heading: 'Ferry Service',
    meeting: 'Harbour Board, 7 June 2017',
    date: '2017-06-07',
    facets: { role: ['Chair'], body: ['board'] },
  }),
  indexedParagraph({
    id: 'a.2',
    text: 'Fares would rise in the spring.',
    heading: 'Ferry Service',
    meeting: 'Harbour Board, 7 June 2017',
    date: '2017-06-07',
    facets: { role: ['Chair', 'Officer'], body: ['board'], topic: ['fares'] },
  }),
  indexedParagraph({
    id: 'a.3',
    text: 'RESOLVED that the report be noted.',
    heading: 'Ferry Service',
    meeting: 'Harbour Board, 7 June 2017',
    date: '2017-06-07',
    facets: { kind: ['decision'], body: ['board'] },
  }),
  indexedParagraph({
    id: 'b.1',
    group: 'b 0',
    text: 'The ferry carried 1,250 passengers, and ferry fares had fallen.',
    meeting: 'Harbour Panel, March 2022',
    date: '2022-03',
    facets: { role: ['Officer'], body: ['panel'], document: ['b'], topic: ['fares'] },
  }),
  indexedParagraph({
    id: 'b.2',
    group: 'b 0',
    text: 'Parking was discussed.',
    date: null,
    facets: { document: ['b'], body: ['panel'] },
  }),
]

/** The same minutes three times: as a draft in a pack, printed, and as a web page; and those of another body. */
const COPIES: readonly IndexedParagraph[] = [
  ['draft', 'minutes.1', 'board', '2024-05-06'] as const,
  ['minutes', null, 'board', '2024-05-06'] as const,
  ['web', 'minutes.1', 'board', '2024-05-06'] as const,
  ['other', null, 'panel', '2024-06-03'] as const,
].map(([document, copyOf, body, date]) =>
  indexedParagraph({
    id: `${document}.1`,
    copyOf,
    group: `${document} 0`,
    text: 'The ferry was late.',
    date,
    facets: { document: [document], body: [body] },
  }),
)

function query(text: string, match: AnalysedQuery['match'] = 'any'): AnalysedQuery {
  return {
    match,
    words: text
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ type: 'word', text: word, terms: termsOfText(word).slice(0, 1) })),
    must: [],
    should: [],
  }
}

/** What every search engine of ours must do, whatever it is made of. */
export function engineContract(name: string, implementation: EngineImplementation): void {
  describe(name, () => {
    let built: BuiltEngine
    let engine: SearchEngine
    const ids = async (asked: AnalysedQuery, options: Partial<SearchOptions> = {}): Promise<string[]> =>
      (await engine.search(asked, { ...SEARCH_OPTIONS, ...options })).hits.map(({ id }) => id)

    beforeAll(async () => {
      built = await builtEngine(implementation, RECORD)
      engine = built.engine
    })
    afterAll(() => built.remove())

    test('a word finds the paragraphs that have it, in whatever form, the one that it tells most of first', async () => {
      expect((await ids(query('ferries'))).slice(0, 2)).toEqual(['b.1', 'a.1'])
    })

    test('a word in the heading alone counts for less, and is said to be there', async () => {
      const { hits } = await engine.search(query('ferry'), SEARCH_OPTIONS)
      expect(hits.map(({ id }) => id)).toEqual(['b.1', 'a.1', 'a.2', 'a.3'])
      expect(hits.map(({ matched }) => matched)).toEqual([
        ['text'],
        ['text', 'heading'],
        ['heading'],
        ['heading'],
      ])
    })

    test('paragraphs with all words come first, and each other one names what it lacks', async () => {
      const { hits, total, totalAllWords } = await engine.search(query('ferry passengers'), SEARCH_OPTIONS)
      expect(hits[0]).toMatchObject({ id: 'b.1', missing: [] })
      expect(hits.slice(1).map(({ missing }) => missing)).toEqual([[1], [1], [1]])
      expect([total, totalAllWords]).toEqual([4, 1])
      expect(await ids(query('ferry passengers', 'all'))).toEqual(['b.1'])
    })

    test('a decision is found by the meeting it was taken at', async () => {
      expect(await ids(query('resolved june 2017', 'all'))).toEqual(['a.3'])
    })

    test('terms that should be there add to the score and find nothing by themselves', async () => {
      const plain = query('spring')
      expect(
        await ids({
          ...plain,
          should: [{ node: { type: 'word', text: 'ferry', terms: ['ferri'] }, weight: 1, standsFor: [] }],
        }),
      ).toEqual(['a.2'])
    })

    test('filters: any value of one field, all of different fields', async () => {
      expect(await ids(query(''), { filters: [{ field: 'role', values: ['Chair', 'Officer'] }] })).toEqual([
        'a.1',
        'a.2',
        'b.1',
      ])
      expect(
        await ids(query(''), {
          filters: [
            { field: 'role', values: ['Officer'] },
            { field: 'body', values: ['board'] },
          ],
        }),
      ).toEqual(['a.2'])
      expect(await ids(query(''), { filters: [{ field: 'role', values: ['Nobody'] }] })).toEqual([])
    })

    test('dates keep what lies wholly within them; what has no date lies nowhere', async () => {
      expect(await ids(query(''), { from: '2022-03-01', to: '2022-03-31' })).toEqual(['b.1'])
      expect(await ids(query(''), { from: '2022-03-15' })).toEqual([])
      expect(await ids(query(''), { to: '2017' })).toEqual(['a.1', 'a.2', 'a.3'])
    })

    test('a facet counts every match, and leaves out its own filter', async () => {
      const { facets, total } = await engine.search(query(''), {
        ...SEARCH_OPTIONS,
        filters: [{ field: 'body', values: ['board'] }],
        limit: 1,
      })
      expect(total).toBe(3)
      expect(facets?.body).toEqual([
        { value: 'board', count: 3 },
        { value: 'panel', count: 2 },
      ])
      expect(facets?.role).toEqual([
        { value: 'Chair', count: 2 },
        { value: 'Officer', count: 1 },
      ])
      expect(
        (await engine.search(query(''), { ...SEARCH_OPTIONS, from: '2017', to: '2017' })).facets?.year,
      ).toEqual([
        { value: '2017', count: 3 },
        { value: '2022', count: 1 },
      ])
    })

    test('sorted by date, what has none comes last', async () => {
      expect(await ids(query(''), { sort: 'newest' })).toEqual(['b.1', 'a.1', 'a.2', 'a.3', 'b.2'])
      expect(await ids(query(''), { sort: 'oldest' })).toEqual(['a.1', 'a.2', 'a.3', 'b.1', 'b.2'])
    })

    test('pages follow one another without gap or overlap', async () => {
      const whole = await ids(query('ferry'))
      const pages = await Promise.all([0, 1, 2, 3].map((offset) => ids(query('ferry'), { offset, limit: 1 })))
      expect(pages.flat()).toEqual(whole)
    })

    test('a word that occurs nowhere finds nothing, and the nearest that does is known', async () => {
      expect(await ids(query('helicopter'))).toEqual([])
      expect([
        engine.nearestWord('passangers'),
        engine.nearestWord('helicopter'),
        engine.nearestWord('1251'),
      ]).toEqual(['passengers', null, null])
      expect([engine.paragraphFrequency('ferri'), engine.paragraphFrequency('helicopt')]).toEqual([4, 0])
    })

    describe('copies of one record', () => {
      let copies: BuiltEngine
      const search = (options: Partial<SearchOptions> = {}) =>
        copies.engine.search(query('ferry'), { ...SEARCH_OPTIONS, ...options })
      const idsOf = async (options: Partial<SearchOptions> = {}): Promise<string[]> =>
        (await search({ sort: 'oldest', ...options })).hits.map(({ id }) => id)

      beforeAll(async () => {
        copies = await builtEngine(implementation, COPIES)
      })
      afterAll(() => copies.remove())

      test('only the canonical one is shown, unless all are asked for', async () => {
        expect(await idsOf()).toEqual(['minutes.1', 'other.1'])
        expect(await idsOf({ copies: 'all' })).toEqual(['draft.1', 'minutes.1', 'web.1', 'other.1'])
      })

      test('where a filter lets no canonical one through, the first copy is shown', async () => {
        expect(await idsOf({ filters: [{ field: 'document', values: ['web', 'draft'] }] })).toEqual([
          'draft.1',
        ])
        expect(await idsOf({ filters: [{ field: 'document', values: ['web'] }] })).toEqual(['web.1'])
      })

      test('totals count it once', async () => {
        const { total, totalAllWords } = await search()
        expect([total, totalAllWords]).toEqual([2, 2])
        expect((await search({ copies: 'all' })).total).toBe(4)
      })

      test('and so do facets, those of a field that is filtered by too', async () => {
        expect((await search()).facets?.body).toEqual([
          { value: 'board', count: 1 },
          { value: 'panel', count: 1 },
        ])
        expect((await search({ filters: [{ field: 'body', values: ['panel'] }] })).facets?.body).toEqual([
          { value: 'board', count: 1 },
          { value: 'panel', count: 1 },
        ])
      })

      test('pages follow one another without gap or overlap', async () => {
        const pages = await Promise.all([0, 1].map((offset) => idsOf({ offset, limit: 1 })))
        expect(pages.flat()).toEqual(['minutes.1', 'other.1'])
      })
    })

    test('whatever the words and filters, counts agree with what is found', async () => {
      const words = fc
        .array(fc.constantFrom('ferry', 'fares', 'report', 'harbour', 'nowhere'), { maxLength: 3 })
        .map((list) => list.join(' '))
      const roles = fc.subarray(['Chair', 'Officer'])
      await fc.assert(
        fc.asyncProperty(
          words,
          roles,
          fc.constantFrom<'any' | 'all'>('any', 'all'),
          async (text, role, match) => {
            const { hits, total, facets } = await engine.search(query(text, match), {
              ...SEARCH_OPTIONS,
              filters: role.length === 0 ? [] : [{ field: 'role', values: role }],
            })
            expect(hits).toHaveLength(total)
            expect(facets?.document.reduce((sum, { count }) => sum + count, 0)).toBe(total)
            for (const { value, count } of facets?.role ?? []) {
              expect(
                (
                  await engine.search(query(text, match), {
                    ...SEARCH_OPTIONS,
                    filters: [{ field: 'role', values: [value] }],
                  })
                ).total,
              ).toBe(count)
            }
          },
        ),
      )
    })

    test('the values of a facet are counted over all paragraphs', () => {
      expect(engine.facetCounts('role')).toEqual([
        { value: 'Chair', count: 2 },
        { value: 'Officer', count: 2 },
      ])
    })

    test('words are known by their beginning, the commonest first', () => {
      expect(engine.wordsBeginning('f', 10)).toEqual([
        { value: 'fares', count: 2 },
        { value: 'ferry', count: 2 },
        { value: 'fallen', count: 1 },
      ])
      expect(engine.wordsBeginning('fa', 1)).toEqual([{ value: 'fares', count: 2 }])
      expect([engine.wordsBeginning('1', 10), engine.wordsBeginning('zz', 10)]).toEqual([[], []])
    })

    operatorContract(implementation)
    similarContract(implementation)
  })
}
