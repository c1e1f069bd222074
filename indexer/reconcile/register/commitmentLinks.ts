import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { daysBetween, firstDay } from '../../../corpus/model/calendarDate.ts'
import type { CommitmentLink } from '../../../corpus/model/register.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import { datesIn } from '../../analysis/dates.ts'
import { givesNotice } from '../../analysis/notices.ts'
import type { Ground } from './ground.ts'
import type { LaterPassages, Passage } from './laterPassages.ts'
import { moverOf } from './noticesRepliedTo.ts'
import type { Undertaking } from './restatements.ts'
import type { ContentWord, ContentWords } from './similarWords.ts'
import { CODE, coverage, isSpecificName, sharedWords, SPECIFIC, TELLING } from './similarWords.ts'

/** Words of the earlier record that a later passage is held against. */
interface Opening {
  readonly text: string
  readonly words: ContentWords
  /** It is the notice that the undertaking replies to. */
  readonly isNotice: boolean
  /** Who gave that notice. */
  readonly mover: string | null
}

/** A later passage beside the words that it is held against. */
export interface Comparison {
  readonly opening: Opening
  readonly passage: Passage
  readonly shared: readonly ContentWord[]
  /** Shared words that tell something, those that follow one another in the opening together. */
  readonly phrases: readonly (readonly ContentWord[])[]
  readonly ofOpening: number
  readonly ofPassage: number
  readonly years: number
  readonly namesDate: boolean
  readonly isTitle: boolean
  readonly strength: number
}

const LEAST_TO_ASSERT = 0.6
const LEAST_TO_OFFER = 0.5
/** What is not asserted is weaker than anything that is. */
const STRONGEST_OFFERED = LEAST_TO_ASSERT - 0.01
const MOST_OFFERED = 5
const MOST_ASSERTED = 10
const MOST_OF_A_PART = 2
const RARE = 0.6
const NEARLY_AS_RARE = 0.12
const WORDS_OF_A_PHRASE = 3
/** Two words, however rare, are shared by two matters of one subject. */
const FEWEST_WORDS = 3
const LONGEST_TIME = 2
const LONGEST_TITLE = 100
const DAYS_IN_A_YEAR = 365.25
const SOON = 0.35
const ACRONYM = /^[A-Z&/]+$/
const MOST_YEARS = 4
/** What a passage says again nearly whole, this long after, is said every year. */
const YEARLY = 0.75
const NEARLY_WHOLE = 0.85
/** What is said again nearly whole in this many meetings is a form of words. */
const FORM_OF_WORDS = 2
const VAGUE = /^(?:would|will) (?:\w+ )?(?:continue|seek|aim|strive|endeavour)\b/i
const UPDATE = /\b(?:update[ds]?|progress|reported back|outcome|following up|in response to)\b/i
/** Somebody asks what became of it. */
const UPDATE_ASKED_FOR =
  /\b(?:updates?|progress|outcome)\b.{0,60}\b(?:was|were|be|been) (?:\w+ )?(?:sought|requested|asked)\b|\b(?:sought|requested|asked|queried|will ask|seek|seeking)\b.{0,80}\b(?:updates?|progress|outcome)\b/i
const DISCHARGE =
  /\b(?:has|have|had|was|were|is|are|now) (?:now |since |been |all ){0,2}(?:discharged|completed|complete)\b|^(?:discharged|completed|closed)\b/i
const TO_COME = /\b(?:will|would|to be|being|once|when|until|if|not|yet|signed)\b/i
/** What was to be done has been done since. */
const HAS_BEEN = /\b(?:has|have) (?:now |since )?been\b/i
/** A step on the way to the thing itself. */
const STEP =
  /\b(?:tender(?:s|ed|ing)?|evaluations?|procurement|designs?|surveys?|stud(?:y|ies)|stages?|phases?|planning|assessments?|consultations?)\b/i
/** A member asks for something new. */
const NEW_REQUEST =
  /\b(?:councillors?|cllrs?\.?|members?)\b[^;]{0,60}?\b(?:requested|asked|called) (?!(?:for )?(?:an? |the )?(?:\w+ )?(?:update|progress|position|status|timeline|if|whether|when|why|how|what|where|who)\b)/i
const MOTION = /\bwill (?:move|propose)\b/i
const REFERS_BACK =
  /\b(?:updates?|progress|again|still|yet|previous(?:ly)?|outstanding|earlier|promised|committed|re-\w+|to date|follow(?:ing)?[- ]up|since)\b/i
/** Years from which on a motion of others that does not refer back is a new one. */
const LONG_AFTER = 1
/** Three names or more of a list: one of them is not the matter. */
const LIST_OF_NAMES =
  /\b[A-Z][\w\u2019'-]*(?: [A-Z][\w\u2019'-]*){0,3}(?:, [A-Z][\w\u2019'-]*(?: [A-Z][\w\u2019'-]*){0,3}){1,8},? and (?:[A-Z]|all\b)/

/**
 * Passages of later meetings of the same body that are held to be about an undertaking, by date; those that may be, five at
 * most.
 *
 * @param isTaken paragraphs that are told otherwise
 */
export function linksOf(
  undertaking: Undertaking,
  ground: Ground,
  passages: LaterPassages,
  isTaken: (paragraphId: string) => boolean,
): CommitmentLink[] {
  const comparisons = comparisonsOf(undertaking, ground, passages).filter(
    ({ passage: { paragraph } }) => !isTaken(paragraph.id),
  )
  const asserted = fewOfEachPart(comparisons.filter(({ strength }) => strength >= LEAST_TO_ASSERT))
  const offered = fewOfEachPart(
    comparisons.filter((comparison) => comparison.strength < LEAST_TO_ASSERT && mayBeOneMatter(comparison)),
  )
  return [...asserted.slice(0, MOST_ASSERTED), ...offered.slice(0, MOST_OFFERED)].map(linkOf)
}

/** Every later passage once, beside the words that it is most like, the strongest first. */
export function comparisonsOf(
  undertaking: Undertaking,
  ground: Ground,
  passages: LaterPassages,
): Comparison[] {
  const [first] = undertaking
  const strongest = new Map<string, Comparison>()
  for (const opening of openingsOf(undertaking, passages)) {
    const compared = passages
      .after(first.quote, opening.words)
      .map((passage) => comparisonOf(undertaking, opening, passage, ground))
    if (isFormOfWords(compared)) continue
    for (const comparison of compared) {
      const { id } = comparison.passage.paragraph
      if (comparison.strength > (strongest.get(id)?.strength ?? 0)) strongest.set(id, comparison)
    }
  }
  return [...strongest.values()].sort(
    (a, b) => b.strength - a.strength || (a.passage.paragraph.id < b.passage.paragraph.id ? -1 : 1),
  )
}

function openingsOf(undertaking: Undertaking, passages: LaterPassages): Opening[] {
  const [{ notice, quote: place }] = undertaking
  return [
    ...undertaking.map(({ quote: { text }, words }) => ({ text, words, isNotice: false, mover: null })),
    ...(notice ? [{ ...notice, isNotice: true }] : []),
  ].map((opening) => ({ ...opening, words: passages.withoutCustomaryNames(place, opening.words) }))
}

function comparisonOf(
  undertaking: Undertaking,
  opening: Opening,
  passage: Passage,
  ground: Ground,
): Comparison {
  const shared = sharedWords(opening.words, passage.words)
  const { date } = undertaking[0].quote
  const comparison = {
    opening,
    passage,
    shared,
    phrases: phrasesOf(shared),
    ofOpening: coverage(opening.words, passage.words),
    ofPassage: coverage(passage.words, opening.words),
    years: yearsBetween(date ?? '', passage.place.date ?? ''),
    namesDate: date !== null && datesIn(passage.text).some((found) => found.date === date),
    isTitle: isTitle(passage, ground),
  }
  return { ...comparison, strength: strengthOf(undertaking, comparison) }
}

function strengthOf(undertaking: Undertaking, comparison: Omit<Comparison, 'strength'>): number {
  const { phrases, ofOpening, ofPassage, years, namesDate, passage } = comparison
  const strength =
    0.35 * ofOpening +
    0.1 * Math.min(1, ofPassage * 1.5) +
    0.3 * Math.min(1, countOf(phrases) / 4) +
    0.15 * rarityOf(phrases) +
    0.1 * (1 - Math.min(1, years / LONGEST_TIME)) +
    (namesDate ? 0.15 : 0) +
    (UPDATE.test(passage.text) ? 0.05 : 0)
  const isOne = isOneMatter(comparison) && !VAGUE.test(undertaking[0].what)
  return Math.min(isOne ? 1 : STRONGEST_OFFERED, strength)
}

/** Is it the same letter, scheme or place, and not only the same topic? */
function isOneMatter(comparison: Omit<Comparison, 'strength'>): boolean {
  const { opening, ofOpening, ofPassage, years, namesDate, phrases } = comparison
  if (phrases.flat().length < FEWEST_WORDS) return false
  if (isSaidYearly(comparison) || isRepeated(comparison) || isNewDemand(comparison)) return false
  if (isOneOfList(comparison)) return false
  const rarest = rarestOf([...opening.words.values()].filter(isSpecificName))
  if (rarest === null) return sharesRareWords(comparison)
  const name = rarestOf(comparison.shared.filter(isSpecificName))
  if (name === null || rarest.weight - name.weight > NEARLY_AS_RARE) return false
  if (isOnRoadAlone(comparison)) return false
  const count = countOf(comparison.phrases)
  if (!comparison.phrases.some(tellsWhat) || years > LONGEST_TIME) return false
  if (namesDate) return count >= 2
  if (comparison.isTitle) return count >= 2 && ofPassage >= 0.8
  if (name.weight < RARE) return count >= (opening.isNotice ? 3 : 4) && years <= 1 && ofOpening >= 0.45
  if (opening.isNotice) return count >= 2 && ofOpening >= 0.35
  const least = ACRONYM.test(name.printed) ? 4 : 3
  return (count >= least && ofOpening >= 0.35) || (count >= 2 && years <= SOON && ofOpening >= 0.6)
}

/** A road is long: where a place on it is named, its number alone is not enough. */
function isOnRoadAlone({ opening, shared }: Omit<Comparison, 'strength'>): boolean {
  const places = (words: Iterable<ContentWord>): number =>
    [...words].filter((word) => isSpecificName(word) && !CODE.test(word.printed)).length
  return places(shared) === 0 && places(opening.words.values()) > 0
}

/** Has it a word that is no name, nor part of one (`Isle of Wight`)? */
function tellsWhat(phrase: readonly ContentWord[]): boolean {
  const isWithinName = (index: number): boolean =>
    index > 0 && index < phrase.length - 1 && phrase[0]?.isName === true && phrase.at(-1)?.isName === true
  return phrase.some(
    ({ isName, weight, printed }, index) =>
      !isName && weight >= TELLING && printed === printed.toLowerCase() && !isWithinName(index),
  )
}

/** Is it worth a reader's look? */
function mayBeOneMatter(comparison: Comparison): boolean {
  const { strength, phrases, shared, years, ofOpening } = comparison
  const rarest = rarestOf(shared)
  return (
    strength >= LEAST_TO_OFFER &&
    rarest !== null &&
    rarest.weight >= SPECIFIC &&
    countOf(phrases) >= 2 &&
    ofOpening >= 0.4 &&
    years <= MOST_YEARS &&
    !isSaidYearly(comparison) &&
    !isRepeated(comparison)
  )
}

/** Where no place or scheme is named, rare words must be many, and soon after. */
function sharesRareWords({
  opening,
  phrases,
  shared,
  ofOpening,
  years,
}: Omit<Comparison, 'strength'>): boolean {
  const rarest = rarestOf([...opening.words.values()])
  return (
    rarest !== null &&
    rarest.weight >= RARE &&
    shared.includes(rarest) &&
    countOf(phrases) >= 4 &&
    years <= 0.6 &&
    ofOpening >= 0.6
  )
}

/** What is said again nearly whole a year later is said every year. */
function isSaidYearly({ years, ofOpening, ofPassage, passage }: Omit<Comparison, 'strength'>): boolean {
  return (
    years >= YEARLY &&
    Math.min(ofOpening, ofPassage) >= 0.6 &&
    Math.max(ofOpening, ofPassage) >= 0.75 &&
    passage.text.length > LONGEST_TITLE &&
    !givesNotice(passage.text)
  )
}

/** The same sentence again, which tells nothing new. */
function isRepeated({ opening, ofOpening, ofPassage, passage }: Omit<Comparison, 'strength'>): boolean {
  return (
    !opening.isNotice &&
    Math.min(ofOpening, ofPassage) >= NEARLY_WHOLE &&
    passage.paragraph.kind !== 'table_row' &&
    passage.text.length > LONGEST_TITLE &&
    !UPDATE.test(passage.text) &&
    (HAS_BEEN.test(opening.text) || !HAS_BEEN.test(passage.text)) &&
    !givesNotice(passage.text)
  )
}

/** Does a later passage ask for something of its own, and not after what was undertaken? */
function isNewDemand({ opening, passage, years }: Omit<Comparison, 'strength'>): boolean {
  const { text, paragraph } = passage
  if (REFERS_BACK.test(text)) return false
  const isByOthers = opening.mover === null || opening.mover !== moverOf(paragraph)
  return NEW_REQUEST.test(text) || (MOTION.test(text) && years >= LONG_AFTER && isByOthers)
}

/** Does it name the fewer of the places that are listed? */
function isOneOfList({ opening, shared }: Omit<Comparison, 'strength'>): boolean {
  const names = [...opening.words.values()].filter(isSpecificName).length
  return (
    opening.isNotice && LIST_OF_NAMES.test(opening.text) && shared.filter(isSpecificName).length * 2 <= names
  )
}

function rarestOf(words: readonly ContentWord[]): ContentWord | null {
  return words.reduce<ContentWord | null>(
    (rarest, word) => (rarest && rarest.weight >= word.weight ? rarest : word),
    null,
  )
}

/** A long phrase tells as much as two or three. */
function countOf(phrases: Comparison['phrases']): number {
  return phrases.reduce((count, { length }) => count + Math.ceil(length / WORDS_OF_A_PHRASE), 0)
}

function rarityOf(phrases: Comparison['phrases']): number {
  return phrases.flat().reduce((most, { weight }) => Math.max(most, weight), 0)
}

function phrasesOf(shared: readonly ContentWord[]): ContentWord[][] {
  const phrases: ContentWord[][] = []
  for (const word of shared) {
    const phrase = phrases.at(-1)
    if (phrase && word.at - (phrase.at(-1)?.at ?? 0) <= 2) phrase.push(word)
    else phrases.push([word])
  }
  return phrases.filter((phrase) => phrase.some(({ weight }) => weight >= TELLING))
}

function isFormOfWords(comparisons: readonly Comparison[]): boolean {
  const whole = comparisons.filter(
    ({ ofOpening, ofPassage }) => ofOpening >= NEARLY_WHOLE && ofPassage >= RARE,
  )
  return new Set(whole.map(({ passage }) => passage.place.meetingId)).size >= FORM_OF_WORDS
}

function isTitle({ paragraph, place }: Passage, ground: Ground): boolean {
  if (paragraph.kind === 'heading') return true
  const item =
    paragraph.item === null ? undefined : ground.items.get(placeKey(paragraph.documentId, paragraph.item))
  return (
    item?.title === paragraph.text ||
    ground.parts.get(placeKey(place.documentId, place.part))?.title === paragraph.text
  )
}

function fewOfEachPart(comparisons: readonly Comparison[]): Comparison[] {
  const counts = new Map<string, number>()
  return comparisons.filter(({ passage: { place } }) => {
    const key = placeKey(place.documentId, place.part)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= MOST_OF_A_PART
  })
}

function linkOf(comparison: Comparison): CommitmentLink {
  const { passage, opening, strength } = comparison
  const isAsserted = strength >= LEAST_TO_ASSERT
  return {
    ...passage.place,
    text: passage.text,
    kind: isAsserted ? kindOf(passage) : 'mention',
    strength: Math.round(strength * 100) / 100,
    isAsserted,
    openingText: opening.text,
    evidence: evidenceOf(comparison),
  }
}

/** What the words themselves say; where something is still to come, or only a step was taken, nothing is discharged. */
function kindOf({ text, paragraph }: Passage): CommitmentLink['kind'] {
  const isWhole = !TO_COME.test(paragraph.text) && !STEP.test(text)
  if (DISCHARGE.test(text) && isWhole) return 'discharge'
  return UPDATE.test(text) && !givesNotice(text) && !UPDATE_ASKED_FOR.test(text) ? 'update' : 'mention'
}

function evidenceOf({ phrases, namesDate, isTitle: title, opening, passage }: Comparison): string[] {
  const words = phrases.map((phrase) => phrase.map(({ printed }) => printed).join(' '))
  return [
    `same words: ${words.join(', ')}`,
    ...(opening.isNotice ? ['names the matter of the motion or question that was replied to'] : []),
    ...(namesDate ? ['names the date of the meeting'] : []),
    ...(title ? ['title of an item or a report'] : []),
    ...(givesNotice(passage.text) ? ['a motion or a question on it'] : []),
  ]
}

function yearsBetween(earlier: CalendarDate, later: CalendarDate): number {
  return (daysBetween(firstDay(earlier), firstDay(later)) ?? 0) / DAYS_IN_A_YEAR
}
