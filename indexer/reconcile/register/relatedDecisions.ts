import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { daysBetween, firstDay } from '../../../corpus/model/calendarDate.ts'
import type { DecisionEntry } from '../../../corpus/model/register.ts'
import type { Subject, SubjectWord, Words } from './decisionSubjects.ts'

type Related = DecisionEntry['related'][number]
type Relation = Pick<Related, 'strength' | 'evidence'>

/** A decision as far as others on its matter are told. */
export interface ComparedDecision {
  readonly id: string
  readonly bodyId: string
  readonly date: CalendarDate
  /** Null outside items. */
  readonly itemKey: string | null
  readonly subject: Subject
}

/** Rarity from which a word tells one matter from another: of n decisions, about the square root of n have it at most. */
const RARE = 0.5
const FEWEST_RARE_WORDS = 2
/** How many rare words are shared, names or any, and how alike decisions must then be: the more the words, the less. */
const LEAST_LIKENESS = [
  { words: 2, areNames: true, likeness: 0.5 },
  { words: 5, areNames: false, likeness: 0.45 },
  { words: 3, areNames: false, likeness: 0.6 },
] as const
const LEAST_LIKENESS_OF_FEW = 0.8
/** Where both name something, the shared names are this much of those of the one that names less. */
const LEAST_SHARE_OF_NAMES = 0.65
/** Rarity from which a name counts there. */
const RARE_NAME = 0.4
/** Where both give something to somebody, it is one and the same from here on. */
const LEAST_LIKENESS_OF_PARTIES = 0.65
/** Two decisions on one house are on one matter, whatever else they say. */
const LEAST_STRENGTH_OF_ADDRESS = 0.8
const MOST_RELATED = 6
const MOST_WORDS_SHOWN = 5

/**
 * Of each decision those of other meetings of the same body on the same matter, the strongest six, by date. Whether two are
 * related does not depend on which of them is asked of; one of many may be listed with another and not that with it.
 */
export function relatedDecisions(decisions: readonly ComparedDecision[]): Map<string, Related[]> {
  const collected = itemsOfSeveral(decisions)
  const found = new Map<number, { other: number; relation: Relation }[]>()
  const relate = (one: number, other: number, relation: Relation): void => {
    const known = found.get(one)
    if (known) known.push({ other, relation })
    else found.set(one, [{ other, relation }])
  }
  for (const [later, earlier] of pairsThatShareWords(decisions)) {
    const [a, b] = [decisions[earlier], decisions[later]]
    const relation = a && b && a.date !== b.date ? relationOf(a, b, collected) : null
    if (!relation) continue
    relate(later, earlier, relation)
    relate(earlier, later, relation)
  }
  return new Map(
    [...found].flatMap(([index, others]) => {
      const decision = decisions[index]
      return decision ? [[decision.id, strongest(decision, others, decisions)] as const] : []
    }),
  )
}

function strongest(
  decision: ComparedDecision,
  found: readonly { other: number; relation: Relation }[],
  decisions: readonly ComparedDecision[],
): Related[] {
  const related = found.flatMap(({ other, relation }) => {
    const to = decisions[other]
    return to
      ? [{ to, relation, distance: Math.abs(daysBetween(firstDay(decision.date), firstDay(to.date)) ?? 0) }]
      : []
  })
  return related
    .sort((a, b) => b.relation.strength - a.relation.strength || a.distance - b.distance)
    .slice(0, MOST_RELATED)
    .sort((a, b) => (a.to.date < b.to.date ? -1 : a.to.date > b.to.date ? 1 : 0))
    .map(({ to, relation }) => ({ id: to.id, ...relation }))
}

/** The pairs within a body that share two rare words or more: later index, then earlier. */
function* pairsThatShareWords(decisions: readonly ComparedDecision[]): Iterable<readonly [number, number]> {
  const postings = new Map<string, number[]>()
  for (const [index, { bodyId, subject }] of decisions.entries()) {
    const shared = new Map<number, number>()
    for (const [term, { rarity }] of new Map([...subject.matter, ...subject.words])) {
      if (rarity < RARE) continue
      const key = `${bodyId} ${term}`
      const earlier = postings.get(key) ?? []
      for (const one of earlier) shared.set(one, (shared.get(one) ?? 0) + 1)
      earlier.push(index)
      postings.set(key, earlier)
    }
    for (const [earlier, words] of shared) if (words >= FEWEST_RARE_WORDS) yield [index, earlier]
  }
}

/** Items under which several decisions were taken: their titles name no single matter. */
function itemsOfSeveral(decisions: readonly ComparedDecision[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { itemKey } of decisions)
    if (itemKey !== null) counts.set(itemKey, (counts.get(itemKey) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key))
}

function relationOf(
  { subject: a, itemKey }: ComparedDecision,
  { subject: b, itemKey: otherKey }: ComparedDecision,
  collected: ReadonlySet<string>,
): Relation | null {
  const addresses = [...a.addresses].filter(([address]) => b.addresses.has(address))
  if (addresses.length > 0)
    return relationOfAddresses(
      a,
      b,
      addresses.map(([, printed]) => printed),
    )
  if (areApart(a.addresses, b.addresses) || areOtherParties(rareOf(a.parties), rareOf(b.parties))) return null
  const areSingle = ![itemKey, otherKey].some((key) => key === null || collected.has(key))
  return relationOfWords(a.words, b.words) ?? (areSingle ? relationOfMatters(a, b) : null)
}

/** Decisions on one house; a house of that name and number may be elsewhere, so that other rare words are wanted too. */
function relationOfAddresses(a: Subject, b: Subject, addresses: readonly string[]): Relation | null {
  if (rareWords(sharedWords(a.words, b.words)).length < FEWEST_RARE_WORDS) return null
  const strength = Math.max(LEAST_STRENGTH_OF_ADDRESS, likeness(a.words, b.words))
  return { strength: rounded(strength), evidence: [`same address: ${addresses.join('; ')}`] }
}

function relationOfWords(a: Words, b: Words): Relation | null {
  const rare = rareWords(sharedWords(a, b))
  if (rare.length < FEWEST_RARE_WORDS || !namesAgree(a, b)) return null
  const strength = likeness(a, b)
  return strength < leastLikeness(rare)
    ? null
    : { strength: rounded(strength), evidence: [`same words: ${shown(rare)}`] }
}

function leastLikeness(rare: readonly SubjectWord[]): number {
  const names = rare.filter(({ isName }) => isName).length
  const least = LEAST_LIKENESS.find(({ words, areNames }) => (areNames ? names : rare.length) >= words)
  return least?.likeness ?? LEAST_LIKENESS_OF_FEW
}

/** Items of one title whose decisions have no words of their own: `RESOLVED that the report be noted.` */
function relationOfMatters(a: Subject, b: Subject): Relation | null {
  if ([a, b].some(({ words }) => rareWords([...words.values()]).length >= FEWEST_RARE_WORDS)) return null
  const rare = rareWords(sharedWords(a.matter, b.matter))
  const strength = likeness(a.matter, b.matter)
  return rare.length < FEWEST_RARE_WORDS || strength < LEAST_LIKENESS_OF_FEW
    ? null
    : { strength: rounded(strength), evidence: [`same item: ${shown(rare)}`] }
}

/** Do two decisions that name places, schemes or policies name the same ones? */
function namesAgree(a: Words, b: Words): boolean {
  const [x, y] = [namesOf(a), namesOf(b)]
  if (x.size === 0 || y.size === 0) return x.size === y.size
  const shared = Math.min(weightOf(shareOf(x, b)), weightOf(shareOf(y, a)))
  return shared >= LEAST_SHARE_OF_NAMES * Math.min(weightOf(x.values()), weightOf(y.values()))
}

function rareOf(words: Words): Words {
  return new Map([...words].filter(([, { rarity }]) => rarity >= RARE))
}

function namesOf(words: Words): Words {
  return new Map([...words].filter(([, { isName, rarity }]) => isName && rarity >= RARE_NAME))
}

function shareOf(names: Words, words: Words): SubjectWord[] {
  return [...names].filter(([term]) => words.has(term)).map(([, word]) => word)
}

/** The words that two subjects share, the rarest first. */
function sharedWords(a: Words, b: Words): SubjectWord[] {
  const shared: SubjectWord[] = []
  for (const [term, word] of a) {
    const other = b.get(term)
    if (other) shared.push({ ...word, isName: word.isName && other.isName })
  }
  return shared.sort((x, y) => y.rarity - x.rarity)
}

/** How much two subjects share in rare words. */
export function sharedWeight(a: Words, b: Words): number {
  return weightOf(rareWords(sharedWords(a, b)))
}

/** Cosine of the words weighed by their rarity. */
function likeness(a: Words, b: Words): number {
  const both = Math.sqrt(weightOf(a.values()) * weightOf(b.values()))
  return both === 0 ? 0 : weightOf(sharedWords(a, b)) / both
}

function weightOf(words: Iterable<SubjectWord>): number {
  let weight = 0
  for (const { rarity } of words) weight += rarity ** 2
  return weight
}

function rareWords(words: readonly SubjectWord[]): SubjectWord[] {
  return words.filter(({ rarity }) => rarity >= RARE)
}

function shown(words: readonly SubjectWord[]): string {
  return words
    .slice(0, MOST_WORDS_SHOWN)
    .map(({ printed }) => printed)
    .join(', ')
}

/** Two decimals, at most 1: what is kept does not tell of the last bits of a sum. */
function rounded(strength: number): number {
  return Math.min(1, Math.round(strength * 100) / 100)
}

function areOtherParties(a: Words, b: Words): boolean {
  return a.size > 0 && b.size > 0 && likeness(a, b) < LEAST_LIKENESS_OF_PARTIES
}

/** Do both name some, and none in common? */
function areApart(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size > 0 && b.size > 0 && ![...a.keys()].some((one) => b.has(one))
}
