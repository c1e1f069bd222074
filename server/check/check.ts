import type { Collection } from '../../corpus/store/collection.ts'
import type { Generation } from '../generations.ts'
import { findCandidates } from './candidates.ts'
import type { NamedSpeaker } from './claim.ts'
import { namedSpeaker } from './claim.ts'
import type { Elsewhere } from './elsewhere.ts'
import { findElsewhere } from './elsewhere.ts'
import type { Place } from './place.ts'
import { PlaceReader } from './place.ts'
import type { Quotation } from './quotation.ts'
import { readQuotation } from './quotation.ts'
import type { CheckRequest } from './request.ts'

/**
 * `verbatim`: every word stands there in that order. `other_speaker`, `other_date`: so it does, and not where it is said to.
 * `altered`: the record has the passage in other words. `not_in_record`: it has none that is near enough.
 */
export const VERDICTS = ['verbatim', 'other_speaker', 'other_date', 'altered', 'not_in_record'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface CheckResult {
  readonly request: CheckRequest
  readonly verdict: Verdict
  /** In the way in which it was read. */
  readonly quotation: Quotation
  readonly speaker: NamedSpeaker | null
  /** Best first: of `altered` the one that is nearest, of `not_in_record` none. */
  readonly places: readonly Place[]
  /** Where nothing is in the record: the passage that is nearest, if one is worth reading. */
  readonly nearest: Place | null
  /** Where words that the best place does not have stand in that order elsewhere. */
  readonly elsewhere: readonly Elsewhere[]
  readonly scope: Collection
}

// Measured by test/check: see docs/decisions/0018-quotations.md.
const LEAST_LIKENESS_OF_ALTERED = 0.55
/** So many words of the record in a row are no chance, where they are not a small part of the quotation. */
const LONG_RUN = 8
const LEAST_LIKENESS_WITH_LONG_RUN = 0.3
const LEAST_LIKENESS_OF_NEAREST = 0.3

/** Is a quotation in the record, word for word? Of the ways in which it can be meant, the one that is most nearly so. */
export async function checkQuotation(generation: Generation, request: CheckRequest): Promise<CheckResult> {
  const speaker = namedSpeaker(request, generation.knowledge.values)
  const results: CheckResult[] = []
  for (const quotation of readQuotation(request.quote)) {
    const result = await checkReading(generation, request, quotation, speaker)
    if (result.verdict === 'verbatim') return result
    results.push(result)
  }
  const [best] = results.sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
  if (!best) throw new Error('a quotation was read in no way')
  return best
}

async function checkReading(
  generation: Generation,
  request: CheckRequest,
  quotation: Quotation,
  speaker: NamedSpeaker | null,
): Promise<CheckResult> {
  const candidates = await findCandidates(generation, quotation, request, speaker)
  const reader = new PlaceReader(generation, quotation, request, speaker)
  const places = await reader.places(candidates)
  const found = verdictOf(places)
  const [best] = places
  return {
    request,
    quotation,
    speaker,
    ...found,
    nearest:
      found.verdict === 'not_in_record' && best && best.likeness >= LEAST_LIKENESS_OF_NEAREST ? best : null,
    elsewhere: found.verdict === 'altered' && best ? await findElsewhere(generation, quotation, best) : [],
    scope: generation.collection,
  }
}

function verdictOf(places: readonly Place[]): Pick<CheckResult, 'verdict' | 'places'> {
  const verbatim = places.filter(({ isVerbatim }) => isVerbatim)
  const fitting = verbatim.filter(({ fit }) => fit.speaker !== false && fit.date !== false)
  if (fitting.length > 0) return { verdict: 'verbatim', places: fitting }
  if (verbatim.length > 0) {
    const ofSpeaker = verbatim.filter(({ fit }) => fit.speaker !== false)
    return ofSpeaker.length > 0
      ? { verdict: 'other_date', places: ofSpeaker }
      : { verdict: 'other_speaker', places: verbatim }
  }
  const [best] = places
  return best && isOfRecord(best)
    ? { verdict: 'altered', places: [best] }
    : { verdict: 'not_in_record', places: [] }
}

function isOfRecord({ likeness, wording }: Place): boolean {
  const longest = Math.max(
    ...wording.parts.map(({ kind, recordWords }) => (kind === 'kept' ? recordWords : 0)),
  )
  const least = longest >= LONG_RUN ? LEAST_LIKENESS_WITH_LONG_RUN : LEAST_LIKENESS_OF_ALTERED
  return likeness >= least
}
