import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type {
  EngineImplementation,
  IndexedParagraph,
  SimilarHits,
  SimilarOptions,
} from '../../../indexer/engine/engine.ts'
import type { BuiltEngine } from '../../builders/engine.ts'
import { builtEngine, SEARCH_OPTIONS } from '../../builders/engine.ts'
import { indexedParagraph } from '../../builders/indexedParagraph.ts'

/** What two years said of dredging, the first also in a draft, the second twice; and of much else. */
const REPORTS: readonly IndexedParagraph[] = [
  ...(['2019', '2019-draft'] as const).map((document) =>
    indexedParagraph({
      id: `${document}.1`,
      copyOf: document === '2019' ? null : '2019.1',
      group: `${document} 0`,
      text: 'Silt had closed the inner basin and dredging would begin in autumn.',
      heading: 'Dredging of the Inner Basin',
      date: '2019-09-24',
    }),
  ),
  indexedParagraph({
    id: '2019.3',
    group: '2019 0',
    text: 'RESOLVED that the report be noted.',
    heading: 'Dredging of the Inner Basin',
    date: '2019-09-24',
    facets: { kind: ['decision'] },
  }),
  indexedParagraph({
    id: '2019.5',
    group: '2019 0',
    text: 'RESOLVED that the report be noted.',
    heading: 'Parking Charges',
    date: '2019-09-24',
    facets: { kind: ['decision'] },
  }),
  ...['2021.1', '2021.2'].map((id) =>
    indexedParagraph({
      id,
      group: '2021 0',
      text: 'The inner basin was full of silt again: dredging was to begin at once.',
      heading: 'Inner Basin',
      date: '2021-03-02',
    }),
  ),
  indexedParagraph({
    id: '2021.3',
    group: '2021 0',
    text: 'RESOLVED that the dredging report be noted.',
    heading: 'Dredging of the Inner Basin',
    date: '2021-03-02',
    facets: { kind: ['decision'] },
  }),
  // A heading of a word that JavaScript's objects have as a property.
  indexedParagraph({
    id: '2022.1',
    group: '2022 0',
    text: 'RESOLVED that the report be noted.',
    heading: 'Constructor',
    date: '2022-03-02',
  }),
  indexedParagraph({
    id: '2022.2',
    group: '2022 1',
    text: 'The constructor of the quay was paid.',
    heading: 'Quay',
    date: '2022-03-02',
  }),
  ...Array.from({ length: 60 }, (_, index) =>
    indexedParagraph({
      id: `other.${index}`,
      group: 'other 0',
      text: `Berth ${index} was let to a sailing club whose members would report monthly.`,
      heading: 'Berths',
      date: '2020',
    }),
  ),
]

/** Which passages every search engine of ours holds to be like one. */
export function similarContract(implementation: EngineImplementation): void {
  describe('passages like one', () => {
    let built: BuiltEngine
    const similar = async (id: string, options: Partial<SimilarOptions> = {}): Promise<SimilarHits> => {
      const { text, heading } = REPORTS.find((report) => report.id === id) ?? indexedParagraph({})
      return built.engine.similar({ id, text, heading }, { ...SEARCH_OPTIONS, ...options })
    }
    const idsLike = async (id: string, options: Partial<SimilarOptions> = {}): Promise<string[]> =>
      (await similar(id, options)).hits.map((hit) => hit.id)

    beforeAll(async () => {
      built = await builtEngine(implementation, REPORTS)
    })
    afterAll(() => built.remove())

    test('share its telling words; itself, its copies and the same text elsewhere are left out, the rest comes once', async () => {
      const { hits, total, words } = await similar('2019.1')
      const found = hits.map(({ id }) => id)
      expect(found[0]).toBe('2021.1')
      for (const repeat of ['2019.1', '2019-draft.1', '2021.2']) expect(found).not.toContain(repeat)
      expect(total).toBe(found.length)
      const missing = hits[0]?.missing.map((index) => words[index]?.text)
      expect(words.map(({ text }) => text)).toContain('dredging')
      expect(missing).not.toContain('dredging')
      expect(missing).not.toContain('silt')
    })

    test('of a bare decision are told by the heading above it: those elsewhere, and not its own item', async () => {
      const ids = await idsLike('2019.3')
      expect(ids).toContain('2021.3')
      expect(ids).not.toContain('2019.1')
      expect(ids).not.toContain('2019.5')
    })

    test('of words that are properties of every object are found like others', async () => {
      expect(await idsLike('2022.1')).toEqual(['2022.2'])
    })

    test('are kept by filters, and as many as are asked for', async () => {
      expect(await idsLike('2019.3', { filters: [{ field: 'kind', values: ['decision'] }] })).toEqual([
        '2021.3',
      ])
      expect(await idsLike('2019.1', { to: '2018' })).toEqual([])
      const { hits, total } = await similar('2019.3', { limit: 1 })
      expect(hits).toHaveLength(1)
      expect(total).toBeGreaterThan(1)
    })

    test('are none of a passage without words', async () => {
      expect(
        await built.engine.similar({ id: 'none', text: '12.', heading: '' }, SEARCH_OPTIONS),
      ).toMatchObject({
        hits: [],
        total: 0,
      })
    })
  })
}
