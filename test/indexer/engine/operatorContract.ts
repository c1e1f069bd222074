import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { firstDay, lastDay } from '../../../corpus/model/calendarDate.ts'
import { exactWords } from '../../../indexer/analysis/exactWords.ts'
import { termsOfText, termsOfWord } from '../../../indexer/analysis/terms.ts'
import type {
  AnalysedQuery,
  DateNode,
  EngineImplementation,
  FacetField,
  FacetNode,
  IndexedParagraph,
  PhraseNode,
  QueryNode,
  SearchHits,
  SearchOptions,
  ShouldNode,
  WordNode,
} from '../../../indexer/engine/engine.ts'
import { TEXT_FIELDS } from '../../../indexer/engine/engine.ts'
import type { BuiltEngine } from '../../builders/engine.ts'
import { builtEngine, SEARCH_OPTIONS } from '../../builders/engine.ts'
import { indexedParagraph } from '../../builders/indexedParagraph.ts'

/** What was said at one meeting, each paragraph read by itself. */
const RECORD: readonly IndexedParagraph[] = [
  indexedParagraph({
    id: 'agreed',
    text: 'It was agreed that the report be noted, and the Chair thanked officers.',
    facets: { kind: ['decision'], role: ['Chair'] },
    date: '2021-06-07',
  }),
  indexedParagraph({
    id: 'noted',
    text: 'The report was noted. It had been agreed that fares be held.',
    facets: { kind: ['decision'] },
    date: '2022-03',
  }),
  indexedParagraph({
    id: 'signs',
    text: 'Anti-social behaviour, T/CC Ling’s letter, and the Panel\u2019s view of 2021/22: £1.5m.',
    facets: { role: ['Officer', 'Chair'] },
    date: '2022-12-06',
  }),
  indexedParagraph({ id: 'forms', text: 'Ferries were carried by carriers; the ferry carries cars.' }),
  indexedParagraph({ id: 'near', text: 'Fares on the island bus and ferry rose.', heading: 'Budget' }),
].map((paragraph) => ({ ...paragraph, group: paragraph.id }))

const word = (text: string): WordNode => ({ type: 'word', text, terms: termsOfWord(text).slice(0, 1) })
const phrase = (text: string, within: number | null = null): PhraseNode => ({
  type: 'phrase',
  words: exactWords(text).map((one) => one.text),
  isPrefix: false,
  within,
})
const prefix = (text: string): PhraseNode => ({ ...phrase(text), isPrefix: true })
const facet = (field: FacetField, ...values: string[]): FacetNode => ({ type: 'facet', field, values })
const date = (from: string | null, to: string | null): DateNode => ({ type: 'date', from, to })
const not = (node: QueryNode): QueryNode => ({ type: 'not', node })
const all = (...nodes: QueryNode[]): QueryNode => ({ type: 'all', nodes })
const any = (...nodes: QueryNode[]): QueryNode => ({ type: 'any', nodes })
const asked = (given: Partial<AnalysedQuery>): AnalysedQuery => ({
  match: 'any',
  words: [],
  must: [],
  should: [],
  ...given,
})

/** What every engine of ours makes of operators. */
export function operatorContract(implementation: EngineImplementation): void {
  describe('operators', () => {
    let built: BuiltEngine
    beforeAll(async () => {
      built = await builtEngine(implementation, RECORD)
    })
    afterAll(() => built.remove())

    const search = (query: Partial<AnalysedQuery>): Promise<SearchHits> =>
      built.engine.search(asked(query), SEARCH_OPTIONS)
    const found = async (...must: QueryNode[]): Promise<string[]> =>
      (await search({ must })).hits.map(({ id }) => id).sort()

    test('the words of a phrase stand as they are written, stop words among them', async () => {
      expect(await found(phrase('that the report be noted'))).toEqual(['agreed'])
      expect(await found(phrase('the report was noted'))).toEqual(['noted'])
      expect(await found(phrase('the report noted'))).toEqual([])
      expect(await found(phrase('noted report'))).toEqual([])
      expect(await found(phrase('it was'))).toEqual(['agreed'])
    })

    test('punctuation between them is passed over', async () => {
      expect(await found(phrase('noted it had'))).toEqual(['noted'])
      expect(await found(phrase('"Noted, and the chair"'))).toEqual(['agreed'])
    })

    test.each([
      ['a hyphen', 'anti social behaviour'],
      ['a hyphen', 'anti-social'],
      ['a slash', 't cc lings letter'],
      ['a slash', 'T/CC'],
      ['an apostrophe', "the Panel's view"],
      ['an apostrophe', 'panels view of 2021 22'],
      ['a sign of money', '£1.5m'],
      ['a sign of money', '1.5m'],
    ])('a phrase goes across %s: %s', async (_, text) => {
      expect(await found(phrase(text))).toEqual(['signs'])
    })

    test('a phrase has no stems, a word has', async () => {
      expect(await found(phrase('ferry'))).toEqual(['forms', 'near'])
      expect(await found(phrase('ferries'))).toEqual(['forms'])
      expect(await found(phrase('carry'))).toEqual([])
      expect(await found(word('carry'))).toEqual(['forms'])
    })

    test('words within a distance stand in any order, with at most so many others between', async () => {
      expect(await found(phrase('fares ferry', 5))).toEqual(['near'])
      expect(await found(phrase('ferry fares', 5))).toEqual(['near'])
      expect(await found(phrase('ferry fares', 4))).toEqual([])
      expect(await found(phrase('ferry island fares', 4))).toEqual(['near'])
      expect(await found(phrase('ferry island fares', 3))).toEqual([])
      expect(await found(phrase('ferry and', 0))).toEqual(['near'])
      expect(await found(phrase('ferry', 0))).toEqual(['forms', 'near'])
    })

    test('a word that is asked for twice stands there twice', async () => {
      expect(await found(phrase('the the', 99))).toEqual(['agreed'])
      expect(await found(phrase('fares fares', 99))).toEqual([])
    })

    test('a prefix is the beginning of a word, the last of its phrase', async () => {
      expect(await found(prefix('carr'))).toEqual(['forms'])
      expect(await found(prefix('ferr'))).toEqual(['forms', 'near'])
      expect(await found(prefix('the ferry carr'))).toEqual(['forms'])
      expect(await found(prefix('ferr carries'))).toEqual([])
      expect(await found(prefix('erry'))).toEqual([])
      expect(await found(prefix('ferry'))).toEqual(['forms', 'near'])
    })

    test('operators read the text of a paragraph alone', async () => {
      expect(await found(word('budget'))).toEqual([])
      expect(await found(phrase('budget'))).toEqual([])
      expect((await search({ words: [word('budget')] })).hits).toMatchObject([
        { id: 'near', matched: ['heading'] },
      ])
    })

    test('what is excluded is left out', async () => {
      expect(await found(not(phrase('report')))).toEqual(['forms', 'near', 'signs'])
      expect(await found(word('ferry'), not(word('carried')))).toEqual(['near'])
      expect(await found(not(not(word('carried'))))).toEqual(['forms'])
      expect(await found(not(word('ferry')), not(word('report')))).toEqual(['signs'])
    })

    test('any, all, and trees of them', async () => {
      expect(await found(any(phrase('it was'), prefix('carr')))).toEqual(['agreed', 'forms'])
      expect(await found(all(word('ferry'), word('bus')))).toEqual(['near'])
      expect(await found(word('ferry'), word('bus'))).toEqual(['near'])
      expect(await found(all(any(word('ferry'), word('fares')), not(word('bus'))))).toEqual([
        'forms',
        'noted',
      ])
      expect(await found(any(all(word('ferry'), word('report')), not(word('report'))))).toEqual([
        'forms',
        'near',
        'signs',
      ])
      expect(await found(any())).toEqual([])
      expect(await found(all())).toHaveLength(RECORD.length)
    })

    test('facets and dates are nodes too', async () => {
      expect(await found(facet('role', 'Chair'))).toEqual(['agreed', 'signs'])
      expect(await found(facet('role', 'Officer', 'Mayor'), word('letter'))).toEqual(['signs'])
      expect(await found(facet('role', 'Mayor'))).toEqual([])
      expect(await found(any(facet('role', 'Officer'), facet('kind', 'decision')))).toEqual([
        'agreed',
        'noted',
        'signs',
      ])
      expect(await found(date('2022', null))).toEqual(['noted', 'signs'])
      expect(await found(date(null, '2022-03-30'))).toEqual(['agreed'])
      expect(await found(date('2022-12-06', '2022-12-06'))).toEqual(['signs'])
      expect(await found(not(date('2022', '2022')))).toEqual(['agreed', 'forms', 'near'])
    })

    test('words beside an operator rank, and are missed where they do not stand', async () => {
      const { hits, totalAllWords } = await search({ words: [word('fares')], must: [word('agreed')] })
      expect(hits.map(({ id, missing }) => [id, missing])).toEqual([
        ['noted', []],
        ['agreed', [0]],
      ])
      expect(totalAllWords).toBe(1)
    })

    test('where all words are wanted, they too must stand there', async () => {
      expect(
        (await search({ match: 'all', words: [word('fares')], must: [word('agreed')] })).hits,
      ).toMatchObject([{ id: 'noted' }])
    })

    test('beside exclusions alone, words find as ever', async () => {
      const { hits } = await search({ words: [word('ferry'), word('letter')], must: [not(word('bus'))] })
      expect(hits.map(({ id }) => id).sort()).toEqual(['forms', 'signs'])
    })

    describe('something that stands for a word', () => {
      const finding = async (should: Partial<ShouldNode> & Pick<ShouldNode, 'node'>) =>
        (
          await search({
            match: 'all',
            words: [word('letter'), word('fares')],
            should: [{ weight: 0.5, standsFor: [0], ...should }],
          })
        ).hits.map(({ id, matched }) => [id, matched])

      test('is another word', async () => {
        expect(await finding({ node: word('ferry') })).toEqual([['near', ['text']]])
      })

      test('is a word in a heading', async () => {
        expect(await finding({ node: word('budget') })).toEqual([['near', ['text', 'heading']]])
      })

      test('is a phrase', async () => {
        expect(await finding({ node: phrase('had been agreed') })).toEqual([['noted', ['text']]])
      })

      test('is who speaks', async () => {
        expect(await finding({ node: facet('role', 'Chair'), standsFor: [1] })).toEqual([
          ['signs', ['text', 'speaker']],
        ])
      })

      test('finds even where it counts nothing', async () => {
        expect(await finding({ node: word('ferry'), weight: 0 })).toEqual([['near', ['text']]])
      })

      test('and what stands for no word only adds to the score', async () => {
        expect(await finding({ node: phrase('had been agreed'), standsFor: [] })).toEqual([])
      })

      test('may stand for several', async () => {
        expect(await finding({ node: phrase('the ferry'), standsFor: [0, 1] })).toEqual([['forms', ['text']]])
      })
    })

    test('in how many paragraphs words follow one another is known', () => {
      const frequencies = [
        ['ferry'],
        ['the', 'report'],
        ['anti', 'social'],
        ['report', 'the'],
        ['budget'],
        [],
      ].map((words) => built.engine.phraseFrequency(words))
      expect(frequencies).toEqual([2, 2, 1, 0, 0, 0])
    })

    test('every value of a facet is known', () => {
      expect([...built.engine.facetValues('role')].sort()).toEqual(['Chair', 'Officer'])
      expect([...built.engine.facetValues('year')].sort()).toEqual(['2021', '2022'])
      expect(built.engine.facetValues('topic')).toEqual([])
    })

    test('of 300 words, each paragraph names those that it lacks', async () => {
      const words = Array.from({ length: 300 }, (_, index) =>
        word(index === 40 ? 'ferry' : index === 299 ? 'fares' : `nowhere${index}`),
      )
      const { hits, total, totalAllWords } = await search({ words })
      expect(total).toBe(3)
      expect(totalAllWords).toBe(0)
      const missing = (held: readonly number[]) => [...words.keys()].filter((index) => !held.includes(index))
      expect(Object.fromEntries(hits.map((hit) => [hit.id, hit.missing]))).toEqual({
        near: missing([40, 299]),
        forms: missing([40]),
        noted: missing([299]),
      })
      expect(await search({ words: [word('ferry')] })).toMatchObject({ total: 2, totalAllWords: 2 })
    })

    test('a search leaves nothing behind for the next', async () => {
      const before = await search({ words: [word('ferry')] })
      await search({ words: [word('ferry')], must: [facet('role', 'Chair')], should: [] })
      expect(await search({ words: [word('ferry')] })).toEqual(before)
    })

    test('what is found is what looking at each paragraph would find', async () => {
      await fc.assert(
        fc.asyncProperty(
          RECORDS,
          fc.array(SEARCHES, { minLength: 1, maxLength: 5 }),
          async (record, searches) => {
            const own = await builtEngine(implementation, record)
            try {
              for (const { query, options } of searches) {
                const { hits, total, totalAllWords, facets } = await own.engine.search(query, options)
                const expected = lookThrough(record, query, options)
                const missing = Object.fromEntries(hits.map((hit) => [hit.id, hit.missing]))
                expect({ missing, total, totalAllWords, roles: facets?.role, years: facets?.year }).toEqual(
                  expected,
                )
              }
            } finally {
              await own.remove()
            }
          },
        ),
        { numRuns: 60 },
      )
    })
  })
}

const WORDS = ['ferry', 'Ferries', 'the', 'anti-social', 'social', 'fares', 'T/CC', '£5m', 'was']
const ROLES = ['Chair', 'Officer']
const DATES = ['2021', '2021-06', '2021-06-07', '2022-01-01']
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '))
const dates = fc.option(fc.constantFrom(...DATES))

/** Small records of few words, so that everything meets everything. */
const RECORDS = fc
  .array(fc.record({ text: texts, heading: texts, role: fc.subarray(ROLES), date: dates }), { maxLength: 6 })
  .map((paragraphs) =>
    paragraphs.map(({ text, heading, role, date: day }, index) =>
      indexedParagraph({ id: `p${index}`, text, heading, date: day, facets: { role } }),
    ),
  )

const wordNodes = fc.constantFrom('ferry', 'social', 'anti-social', 'fares', 'nowhere').map(word)
const phraseNodes = fc
  .record({
    words: fc.array(
      fc.constantFrom('ferry', 'ferries', 'the', 'anti', 'social', 't', 'cc', '£', 'fares', 'f'),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    isPrefix: fc.boolean(),
    within: fc.option(fc.nat(4)),
  })
  .map((node) => ({ type: 'phrase', ...node, isPrefix: node.isPrefix && node.within === null }) as const)
const facetNodes = fc.subarray([...ROLES, 'Mayor']).map((values) => facet('role', ...values))
const dateNodes = fc.tuple(dates, dates).map(([from, to]) => date(from, to))
const leaves = fc.oneof(wordNodes, phraseNodes, facetNodes, dateNodes)
const { node: trees } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaves,
    tie('node').map(not),
    fc.array(tie('node'), { maxLength: 3 }).map((nodes) => all(...nodes)),
    fc.array(tie('node'), { maxLength: 3 }).map((nodes) => any(...nodes)),
  ),
}))

const SEARCHES = fc
  .record({
    match: fc.constantFrom<'any' | 'all'>('any', 'all'),
    words: fc.uniqueArray(wordNodes, { maxLength: 3, selector: ({ text }) => text }),
    must: fc.array(trees, { maxLength: 2 }),
    shoulds: fc.array(fc.tuple(leaves, fc.array(fc.nat(2), { maxLength: 2 })), { maxLength: 2 }),
    roles: fc.subarray(ROLES),
    from: dates,
    to: dates,
  })
  .map(({ match, words, must, shoulds, roles, from, to }) => ({
    query: {
      match,
      words,
      must,
      should: shoulds.map(([node, standsFor]) => ({
        node,
        weight: 0.5,
        standsFor: standsFor.filter((index) => index < words.length),
      })),
    },
    options: {
      ...SEARCH_OPTIONS,
      filters: roles.length === 0 ? [] : [{ field: 'role' as const, values: roles }],
      from,
      to,
    },
  }))

/** The same search by looking at every paragraph. */
function lookThrough(record: readonly IndexedParagraph[], query: AnalysedQuery, options: SearchOptions) {
  const lacking = (paragraph: IndexedParagraph): number[] =>
    [...query.words.keys()].filter((index) => !hasWord(paragraph, query, index))
  const matching = record.filter((paragraph) => isFound(query, paragraph, lacking(paragraph).length))
  const inTime = (paragraph: IndexedParagraph): boolean =>
    (options.from === null && options.to === null) || isWithin(paragraph, options.from, options.to)
  const inRole = (paragraph: IndexedParagraph): boolean =>
    options.filters.every(({ values }) => values.some((value) => paragraph.facets.role.includes(value)))
  const passing = matching.filter((paragraph) => inTime(paragraph) && inRole(paragraph))
  return {
    missing: Object.fromEntries(passing.map((paragraph) => [paragraph.id, lacking(paragraph)])),
    total: passing.length,
    totalAllWords: passing.filter((paragraph) => lacking(paragraph).length === 0).length,
    roles: counts(matching.filter(inTime).flatMap(({ facets }) => facets.role)),
    years: counts(
      matching.filter(inRole).flatMap(({ date: day }) => (day === null ? [] : [day.slice(0, 4)])),
    ),
  }
}

function counts(values: readonly string[]) {
  return [...new Set(values)]
    .map((value) => ({ value, count: values.filter((other) => other === value).length }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function isFound(
  { match, words, must }: AnalysedQuery,
  paragraph: IndexedParagraph,
  lacking: number,
): boolean {
  if (!must.every((node) => fits(node, paragraph))) return false
  if (words.length === 0) return true
  if (match === 'all') return lacking === 0
  return must.some(({ type }) => type !== 'not') || lacking < words.length
}

function hasWord(paragraph: IndexedParagraph, { words, should }: AnalysedQuery, index: number): boolean {
  const standIns = should.flatMap(({ node, standsFor }) => (standsFor.includes(index) ? [node] : []))
  const stands = (node: WordNode): boolean =>
    TEXT_FIELDS.some((field) => node.terms.some((term) => termsOfText(paragraph[field]).includes(term)))
  return [...words.slice(index, index + 1), ...standIns].some((node) =>
    node.type === 'word' ? stands(node) : fits(node, paragraph),
  )
}

function fits(node: QueryNode, paragraph: IndexedParagraph): boolean {
  switch (node.type) {
    case 'all':
      return node.nodes.every((one) => fits(one, paragraph))
    case 'any':
      return node.nodes.some((one) => fits(one, paragraph))
    case 'not':
      return !fits(node.node, paragraph)
    case 'word':
      return node.terms.some((term) => termsOfText(paragraph.text).includes(term))
    case 'phrase':
      return hasPhrase(
        node,
        exactWords(paragraph.text).map(({ text }) => text),
      )
    case 'facet':
      return node.values.some((value) => paragraph.facets.role.includes(value))
    case 'date':
      return isWithin(paragraph, node.from, node.to)
  }
}

function hasPhrase({ words, isPrefix, within }: PhraseNode, text: readonly string[]): boolean {
  const isWord = (stretch: readonly string[]): boolean =>
    words.every((wanted, index) =>
      isPrefix && index === words.length - 1 ? stretch[index]?.startsWith(wanted) : stretch[index] === wanted,
    )
  return text.some((_, at) =>
    within === null
      ? isWord(text.slice(at))
      : ordersOf(text.slice(at, at + words.length + within), words.length).some(isWord),
  )
}

/** Every way to take so many words out of a stretch. */
function ordersOf(stretch: readonly string[], count: number): string[][] {
  if (count === 0) return [[]]
  return stretch.flatMap((first, at) =>
    ordersOf(stretch.toSpliced(at, 1), count - 1).map((rest) => [first, ...rest]),
  )
}

function isWithin({ date: day }: IndexedParagraph, from: string | null, to: string | null): boolean {
  if (day === null) return false
  return (from === null || firstDay(day) >= firstDay(from)) && (to === null || lastDay(day) <= lastDay(to))
}
