import type { DocumentRecord } from '../../corpus/model/record.ts'
import type { EnrichedParagraph } from '../../corpus/model/paragraph.ts'
import { sentencesOf } from '../../indexer/analysis/sentences.ts'
import { isStopWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import { seededRandom } from './random.ts'

const PARAGRAPHS_PER_DOCUMENT = 500
const MOST_QUERY_WORDS = 4

/** As many paragraphs as asked for, each of sentences of the real ones put together anew. */
export function recombine(
  records: readonly DocumentRecord[],
  paragraphs: number,
  seed: number,
): DocumentRecord[] {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const real = records.flatMap((record) =>
    record.paragraphs.filter(({ kind }) => kind === 'text' || kind === 'list_item'),
  )
  const documents: DocumentRecord[] = []
  for (let made = 0; made < paragraphs; made += PARAGRAPHS_PER_DOCUMENT) {
    const model = pick(records)
    const id = `made-${documents.length}`
    const date = `${2000 + (documents.length % 25)}-0${1 + (documents.length % 9)}-15`
    const count = Math.min(PARAGRAPHS_PER_DOCUMENT, paragraphs - made)
    documents.push({
      ...model,
      document: { ...model.document, id, file: `${id}.txt`, date },
      parts: [
        {
          index: 0,
          title: 'Minutes',
          kind: 'minutes',
          body: model.document.body,
          date,
          isDraft: false,
          startQuote: '',
        },
      ],
      items: [],
      attendees: [],
      decisions: [],
      actions: [],
      commitments: [],
      questions: [],
      declarations: [],
      acronyms: [],
      doubts: [],
      paragraphs: Array.from({ length: count }, (_, index) =>
        recombined(`${id}.${index}`, pick(real), real, pick),
      ),
    })
  }
  return documents
}

function recombined(
  id: string,
  model: EnrichedParagraph,
  real: readonly EnrichedParagraph[],
  pick: <T>(list: readonly T[]) => T,
): EnrichedParagraph {
  const text = model.sentences
    .map(() => {
      const other = pick(real)
      const [start, end] = pick(other.sentences)
      return other.text.slice(start, end)
    })
    .join(' ')
  return { ...model, id, part: 0, item: null, text, sentences: sentencesOf(text), seams: [], spans: [] }
}

/** Distinct queries of one to four words that stand together in some paragraph. */
export function queriesFrom(records: readonly DocumentRecord[], count: number, seed: number): string[] {
  const random = seededRandom(seed)
  const texts = records.flatMap((record) => record.paragraphs.map(({ text }) => text))
  const queries = new Set<string>()
  while (queries.size < count) {
    const words = tokenize(texts[Math.floor(random() * texts.length)] ?? '')
      .map(({ text }) => text.toLowerCase())
      .filter((word) => word.length > 2 && !isStopWord(word))
    const length = 1 + Math.floor(random() * MOST_QUERY_WORDS)
    const start = Math.floor(random() * Math.max(1, words.length - length))
    if (words.length >= length) queries.add(words.slice(start, start + length).join(' '))
  }
  return [...queries]
}
