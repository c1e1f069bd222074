import type { KnownParagraph } from '../corpus/store/documents.ts'
import type { RetiredParagraph } from '../corpus/store/retiredParagraphs.ts'
import { termsOfText } from './analysis/terms.ts'

/** The least share of a retired paragraph's terms that its successor has. */
const LEAST_SHARE = 0.5

/**
 * The ids that a document had and has no longer, each with the paragraph that holds its text now. Ids retired earlier are
 * carried on. A text that no paragraph holds any more has no successor, and is forgotten: the publisher took it back.
 */
export function retireParagraphs(
  documentId: string,
  before: readonly KnownParagraph[],
  retired: readonly RetiredParagraph[],
  now: readonly KnownParagraph[],
): RetiredParagraph[] {
  const living = new Set(now.map(({ id }) => id))
  const gone = [...retired, ...before].filter(({ id }) => !living.has(id))
  if (gone.length === 0) return []
  const terms = now.map((paragraph) => ({ id: paragraph.id, terms: new Set(termsOfText(paragraph.text)) }))
  return gone.flatMap(({ id, text }) => {
    const wanted = [...new Set(termsOfText(text))]
    const shares = terms.map((candidate) => ({
      id: candidate.id,
      share: wanted.filter((term) => candidate.terms.has(term)).length / Math.max(1, wanted.length),
    }))
    const best = shares.reduce((a, b) => (b.share > a.share ? b : a), { id: '', share: 0 })
    return best.share >= LEAST_SHARE ? [{ id, documentId, text, successorId: best.id }] : []
  })
}
