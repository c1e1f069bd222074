import type { IndexedParagraph } from '../../indexer/engine/engine.ts'

/** A paragraph as an engine takes it; what is not given is empty. */
export function indexedParagraph(
  given: Partial<Omit<IndexedParagraph, 'facets'>> & { facets?: Partial<IndexedParagraph['facets']> },
): IndexedParagraph {
  return {
    id: 'a.1',
    text: '',
    heading: '',
    meeting: '',
    copyOf: null,
    group: 'a 0',
    date: null,
    ...given,
    facets: {
      role: [],
      person: [],
      topic: [],
      body: [],
      kind: ['text'],
      part: ['minutes'],
      document: ['a'],
      ...given.facets,
    },
  }
}
