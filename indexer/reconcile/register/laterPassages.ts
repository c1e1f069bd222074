import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { isAfter } from '../../../corpus/model/calendarDate.ts'
import type { RecordPlace } from '../../../corpus/model/register.ts'
import { fingerprint } from '../../analysis/fingerprint.ts'
import { sentencesOf } from '../../analysis/sentences.ts'
import type { Ground, GroundParagraph } from './ground.ts'
import { matterOf } from './matters.ts'
import type { ContentWord, ContentWords, Vocabulary } from './similarWords.ts'
import { sharedWords, weightOf } from './similarWords.ts'

/** The sentences of a later paragraph that share most with an earlier statement. */
export interface Passage {
  readonly paragraph: GroundParagraph
  readonly place: RecordPlace
  readonly text: string
  readonly words: ContentWords
  readonly shared: readonly ContentWord[]
}

export interface LaterPassages {
  /** The words without the names that the body's meetings have whatever they are about: where they meet, whom they write to. */
  withoutCustomaryNames(place: RecordPlace, words: ContentWords): ContentWords
  /** Passages of later meetings of the same body, those that share most first; none for what has no date. */
  after(place: RecordPlace, words: ContentWords): Passage[]
}

interface Entry {
  readonly paragraph: GroundParagraph
  readonly place: RecordPlace
  readonly date: CalendarDate
}

/** Rarer words than this find paragraphs. */
const LEAST_WEIGHT_TO_FIND = 0.4
const LEAST_SHARED_WEIGHT = 1
const MOST_PASSAGES = 40
const LONGEST_QUOTE = 400
/** A text that stands in more meetings than this is a form of words. */
const MOST_MEETINGS_OF_A_TEXT = 2
/** A word in more of a body's meetings than this share is customary, and in more than so many. */
const CUSTOMARY_SHARE = 0.25
const FEWEST_MEETINGS = 6
const UNTOLD_KINDS: ReadonlySet<GroundParagraph['kind']> = new Set(['attendance'])

/** Paragraphs of the collection by body and by the words that tell what they are about. */
export function readLaterPassages(ground: Ground, vocabulary: Vocabulary): LaterPassages {
  const formulas = formsOfWords(ground)
  const entries: Entry[] = []
  const postings = new Map<string, Map<string, number[]>>()
  for (const paragraph of ground.paragraphs) {
    const place = ground.placeOf(paragraph)
    const { bodyId, date } = place
    if (bodyId === null || date === null || UNTOLD_KINDS.has(paragraph.kind)) continue
    if (formulas.has(fingerprint(paragraph.text))) continue
    const ofBody = postings.get(bodyId) ?? new Map<string, number[]>()
    postings.set(bodyId, ofBody)
    for (const { term, weight } of vocabulary.contentOf(paragraph.text).values()) {
      if (weight < LEAST_WEIGHT_TO_FIND) continue
      const known = ofBody.get(term)
      if (known) known.push(entries.length)
      else ofBody.set(term, [entries.length])
    }
    entries.push({ paragraph, place, date })
  }
  const customary = customaryWords(postings, entries)
  const weights = new Float64Array(entries.length)
  return {
    withoutCustomaryNames: ({ bodyId }, words) => {
      const ofBody = bodyId === null ? undefined : customary.get(bodyId)
      return ofBody
        ? new Map([...words].filter(([term, { isName }]) => !(isName && ofBody.has(term))))
        : words
    },
    after: ({ bodyId, date }, words) => {
      const ofBody = bodyId === null || date === null ? undefined : postings.get(bodyId)
      if (!ofBody || date === null) return []
      const found: number[] = []
      for (const { term, weight } of words.values())
        for (const index of ofBody.get(term) ?? []) {
          if (weights[index] === 0) found.push(index)
          weights[index] = (weights[index] ?? 0) + weight
        }
      const weighed = found.map((index) => ({ index, weight: weights[index] ?? 0 }))
      for (const index of found) weights[index] = 0
      return weighed
        .filter(({ weight }) => weight >= LEAST_SHARED_WEIGHT)
        .flatMap(({ index, weight }) => {
          const entry = entries[index]
          return entry && isAfter(entry.date, date) ? [{ entry, index, weight }] : []
        })
        .sort((a, b) => b.weight - a.weight || a.index - b.index)
        .slice(0, MOST_PASSAGES)
        .map(({ entry }) => passageOf(entry, words, vocabulary))
    },
  }
}

/** The words that stand in the record of many of a body's meetings. */
function customaryWords(
  postings: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>,
  entries: readonly Entry[],
): Map<string, Set<string>> {
  return new Map(
    [...postings].map(([bodyId, ofBody]) => {
      const meetingsOf = (found: readonly number[]): number =>
        new Set(found.map((index) => entries[index]?.date)).size
      const most = Math.max(FEWEST_MEETINGS, CUSTOMARY_SHARE * meetingsOf([...ofBody.values()].flat()))
      const customary = [...ofBody].flatMap(([term, found]) =>
        found.length > most && meetingsOf(found) > most ? [term] : [],
      )
      return [bodyId, new Set(customary)]
    }),
  )
}

function formsOfWords(ground: Ground): Set<string> {
  const meetings = new Map<string, Set<string>>()
  for (const paragraph of ground.paragraphs) {
    const print = fingerprint(paragraph.text)
    const { meetingId, documentId } = ground.placeOf(paragraph)
    meetings.set(print, (meetings.get(print) ?? new Set<string>()).add(meetingId ?? documentId))
  }
  return new Set(
    [...meetings].flatMap(([print, { size }]) => (size > MOST_MEETINGS_OF_A_TEXT ? [print] : [])),
  )
}

function passageOf({ paragraph, place }: Entry, words: ContentWords, vocabulary: Vocabulary): Passage {
  const { text } = paragraph
  const sentences = sentencesOf(text)
  let best: Passage | null = null
  let most = -1
  for (const [index, [start, end]] of sentences.entries())
    for (const last of [end, sentences[index + 1]?.[1]]) {
      if (last === undefined || (last !== end && last - start > LONGEST_QUOTE)) continue
      const window = quoteWithin(text.slice(start, last), words, vocabulary)
      const content = vocabulary.contentOf(matterOf(window))
      const shared = sharedWords(words, content)
      const weight = weightOf(shared) - window.length / 1e5
      if (weight <= most) continue
      most = weight
      best = { paragraph, place, text: window, words: content, shared }
    }
  return best ?? { paragraph, place, text, words: new Map(), shared: [] }
}

/** Of a sentence that is too long to quote, the piece between marks or spaces that shares most. */
function quoteWithin(sentence: string, words: ContentWords, vocabulary: Vocabulary): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence
  let best = ''
  let most = -1
  for (let at = 0; at >= 0 && at < sentence.length; at = nextWord(sentence, at + LONGEST_QUOTE / 4)) {
    const piece = wholeWords(sentence, at)
    const weight = weightOf(sharedWords(words, vocabulary.contentOf(piece)))
    if (weight <= most) continue
    most = weight
    best = piece
  }
  return best
}

function wholeWords(sentence: string, at: number): string {
  const end = at + LONGEST_QUOTE
  if (end >= sentence.length) return sentence.slice(at)
  const space = sentence.lastIndexOf(' ', end)
  return sentence.slice(at, space > at ? space : end)
}

/** Where the next word begins; -1 where none does. */
function nextWord(sentence: string, at: number): number {
  const space = sentence.indexOf(' ', at)
  return space < 0 ? -1 : space + 1
}
