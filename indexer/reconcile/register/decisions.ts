import type { Decision } from '../../../corpus/model/decision.ts'
import type { DecisionEntry } from '../../../corpus/model/register.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import type { DecisionWords, Subject } from './decisionSubjects.ts'
import { subjectsOf, termsOfMovers } from './decisionSubjects.ts'
import { entryIds } from './entryIds.ts'
import { inOrder } from './entryOrder.ts'
import type { Ground, GroundFact, GroundParagraph } from './ground.ts'
import { isProcedural } from './proceduralDecisions.ts'
import { relatedDecisions } from './relatedDecisions.ts'
import { supersessions } from './supersededDecisions.ts'
import { reportFinder } from './tabledReports.ts'

/** Heads of the names of those who voted one way stand over decisions, and tell nothing of their matter. */
const VOTE_HEAD = /^(?:voting )?(?:in favour|for|against|abstentions?|abstained|abstaining)\b[^a-z]{0,12}$/i
const MOTION = /\bmotions?\b/i
/** A decision that speaks of the motion has its subject there. */
const OF_THE_MOTION = /\b(?:this|the|that) (?:notices? of )?(?:motion|matter|item|issue|request)\b/i
/** The share of an item's labelled paragraphs that have a topic in common. */
const IN_COMMON = 0.5

/** Every decision of the record, with the reports that it rested on, others on its matter, and what took its place. */
export function registerDecisions(ground: Ground): DecisionEntry[] {
  const facts = ground.facts('decisions')
  const items = paragraphsOfItems(ground, facts)
  const reportsOf = reportFinder(ground)
  const ids = entryIds(
    facts.map(({ fact, paragraph }) => ({ documentId: paragraph.documentId, text: fact.text })),
  )
  const entries = facts.map(({ fact, paragraph }, index): DecisionEntry => {
    const quote = ground.quoteOf(paragraph, fact.text)
    const matter = matterOf(ground, paragraph)
    const { meetingId, item, documentId } = quote
    const reference = item === null ? null : (ground.items.get(placeKey(documentId, item))?.reference ?? null)
    return {
      ...quote,
      id: ids[index] ?? '',
      topics: paragraph.topics.length > 0 ? paragraph.topics : topicsInCommon(ofItem(items, quote)),
      kind: fact.kind,
      mover: fact.mover,
      seconder: fact.seconder,
      votes: countsOf(fact),
      matter,
      reports: meetingId === null ? [] : reportsOf({ meetingId, reference, matter, text: fact.text }),
      related: [],
      supersededBy: null,
    }
  })
  return inOrder(withLinks(entries, items))
}

function countsOf({ votes }: Decision): DecisionEntry['votes'] {
  return votes && { for: votes.for, against: votes.against, abstained: votes.abstained }
}

/** The title of the item, else the nearest heading. */
function matterOf(ground: Ground, { documentId, item, headings }: GroundParagraph): string | null {
  const title = item === null ? null : ground.items.get(placeKey(documentId, item))?.title
  return [title, ...[...headings].reverse()].find((words) => words && !VOTE_HEAD.test(words)) ?? null
}

type ItemParagraphs = ReadonlyMap<string, readonly GroundParagraph[]>
type ItemPlace = Pick<DecisionEntry, 'documentId' | 'item'>

function keyOfItem({ documentId, item }: ItemPlace): string | null {
  return item === null ? null : placeKey(documentId, item)
}

/** The paragraphs of the items in which decisions were taken. */
function paragraphsOfItems(ground: Ground, facts: readonly GroundFact<Decision>[]): ItemParagraphs {
  const decided = new Set(facts.map(({ paragraph }) => keyOfItem(paragraph)))
  const items = new Map<string, GroundParagraph[]>()
  for (const paragraph of ground.paragraphs) {
    const key = keyOfItem(paragraph)
    if (key === null || !decided.has(key)) continue
    const known = items.get(key)
    if (known) known.push(paragraph)
    else items.set(key, [paragraph])
  }
  return items
}

function ofItem(items: ItemParagraphs, place: ItemPlace): readonly GroundParagraph[] {
  return items.get(keyOfItem(place) ?? '') ?? []
}

/** The topics that at least two paragraphs have, and half of those that have any. */
function topicsInCommon(paragraphs: readonly GroundParagraph[]): string[] {
  const labelled = paragraphs.filter(({ topics }) => topics.length > 0)
  const counts = new Map<string, number>()
  for (const { topics } of labelled)
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > 1 && count >= IN_COMMON * labelled.length)
    .map(([topic]) => topic)
    .sort()
}

/** The entries with others on their matter, and with what took their place. */
function withLinks(entries: readonly DecisionEntry[], items: ItemParagraphs): DecisionEntry[] {
  const compared = comparedDecisions(entries, items)
  const related = relatedDecisions(compared)
  const superseded = supersessions(compared)
  return entries.map((entry) => ({
    ...entry,
    related: related.get(entry.id) ?? [],
    supersededBy: superseded.get(entry.id) ?? null,
  }))
}

type Compared = DecisionEntry & { bodyId: string; date: string; itemKey: string | null; subject: Subject }

/** The decisions on business of a known body and day, each with its subject. */
function comparedDecisions(entries: readonly DecisionEntry[], items: ItemParagraphs): Compared[] {
  const onBusiness = entries.flatMap((entry) => {
    const { bodyId, date } = entry
    const isCompared = bodyId !== null && date !== null && !isProcedural(entry.text, entry.matter)
    return isCompared ? [{ ...entry, bodyId, date, itemKey: keyOfItem(entry) }] : []
  })
  const words = onBusiness.map((entry) => wordsOf(entry, ofItem(items, entry)))
  const subjects = subjectsOf(words, termsOfMovers(entries))
  return onBusiness.flatMap((entry, index) => {
    const subject = subjects[index]
    return subject ? [{ ...entry, subject }] : []
  })
}

function wordsOf(entry: DecisionEntry & { bodyId: string }, item: readonly GroundParagraph[]): DecisionWords {
  const { bodyId, text } = entry
  const matter = entry.matter ?? ''
  const motion = MOTION.test(matter) ? item.find(({ kind }) => kind === 'text')?.text : undefined
  if (motion === undefined) return { bodyId, matter, texts: [text] }
  return { bodyId, matter, texts: OF_THE_MOTION.test(text) ? [motion] : [motion, text] }
}
