import { isAfter } from '../../corpus/model/calendarDate.ts'
import type { DecisionEntry } from '../../corpus/model/register.ts'
import { latestRunningTexts } from '../../corpus/store/runningTexts.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import { PATHS, withQuery } from '../paths.ts'
import { entryAddress } from '../register/listAddress.ts'
import { shortened } from '../shortened.ts'
import type { Example } from './example.ts'
import { inOurWords, typed } from './example.ts'
import type { ExampleGround, MakeExample } from './example.ts'
import { countPassages, isSpokenOf } from './passages.ts'

const LONGEST_MATTER = 60
/** A topic that was hardly ever spoken of is no example. */
const FEWEST_MENTIONS = 2
const LONGEST_QUOTED = 70

export const clerkExamples: readonly MakeExample[] = [
  whatWasDecidedBefore,
  whenLastMentioned,
  whetherWordForWord,
  whatAnAcronymMeans,
]

/** The latest decision with an earlier one on its subject; of one day the one that is named in the fewest words. */
function whatWasDecidedBefore({ register }: ExampleGround): Example | null {
  const { entries, byId } = register.lists.decisions
  const [latest] = entries
    .flatMap((entry) => {
      const matter = entry.matter?.replace(/[\s.,:;]$/, '') ?? ''
      return matter !== '' && hasEarlier(entry, byId) ? [{ entry, matter, date: entry.date ?? '' }] : []
    })
    .sort((a, b) =>
      a.date === b.date
        ? a.matter.length - b.matter.length || (a.entry.id < b.entry.id ? -1 : 1)
        : a.date < b.date
          ? 1
          : -1,
    )
  return latest === undefined
    ? null
    : {
        before: 'Have we decided on ',
        quoted: shortened(latest.matter, LONGEST_MATTER),
        after: ' before?',
        href: entryAddress('decisions', latest.entry.id),
      }
}

function hasEarlier({ date, related }: DecisionEntry, byId: ReadonlyMap<string, DecisionEntry>): boolean {
  return related.some(({ id }) => {
    const other = byId.get(id)
    return date !== null && other?.date != null && isAfter(date, other.date)
  })
}

/** The topic that has been silent longest, of those that the record calls by their own name. */
async function whenLastMentioned({ engine, collection, topics }: ExampleGround): Promise<Example | null> {
  if (collection.from === null) return null
  const mentions: { topic: string; last: string }[] = []
  for (const { value: topic } of topics.filter(({ value }) => isSpokenOf(engine, value))) {
    const { total, facets } = await countPassages(engine, { phrase: topic, from: collection.from })
    const last = facets?.month
      .map(({ value }) => value)
      .sort()
      .at(-1)
    if (total >= FEWEST_MENTIONS && last !== undefined) mentions.push({ topic, last })
  }
  const [first] = mentions.sort((a, b) =>
    a.last === b.last ? (a.topic < b.topic ? -1 : 1) : a.last < b.last ? -1 : 1,
  )
  return first === undefined
    ? null
    : inOurWords(
        `When was the last mention of ${first.topic}?`,
        withQuery(PATHS.silence, { q: `"${first.topic}"` }),
      )
}

async function whetherWordForWord({ db }: ExampleGround): Promise<Example | null> {
  for (const { text, sentences } of await latestRunningTexts(db)) {
    const quote = sentences.map(([start, end]) => text.slice(start, end).trim()).find(isQuotable)
    if (quote !== undefined)
      return {
        before: 'Is this on record, word for word? ',
        quoted: shortened(quote, LONGEST_QUOTED),
        after: '',
        href: withQuery(PATHS.check, { quote }),
      }
  }
  return null
}

/** A whole sentence of some length, without signs that mean something in a quotation. */
const QUOTABLE = /^\p{Lu}[\p{L}\p{N}\s,;:'\u2019&/%-]+\.$/u
const FEWEST_WORDS = 8
const MOST_WORDS = 25

function isQuotable(sentence: string): boolean {
  const words = exactWords(sentence).length
  return QUOTABLE.test(sentence) && words >= FEWEST_WORDS && words <= MOST_WORDS
}

function whatAnAcronymMeans({ collection }: ExampleGround): Example | null {
  const [first] = collection.acronyms
  return first === undefined ? null : typed(`What does ${first.acronym} stand for?`)
}
