import { foldWord, isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from '../search/analyse.ts'
import type { FieldValues, NamedValue } from '../search/fieldValues.ts'

/** What a question names, besides roles and dates. Nothing of it filters. */
export interface Named {
  readonly people: readonly NamedValue[]
  readonly bodies: readonly NamedValue[]
  readonly topics: readonly NamedValue[]
  /** Titles of agenda items. */
  readonly items: readonly string[]
  readonly verb: Verb | null
}

export type Verb = 'promise' | 'decide' | 'ask' | 'say'

export function namedIn(question: string, { expansions }: Analysis, generation: Generation): Named {
  const { values } = generation.knowledge
  const names = namesInWords(values, generation.places)
  const terms = termsOf(question)
  return {
    people: peopleIn(expansions, values),
    bodies: bodiesIn(wordsOf(question), names),
    topics: names.topics
      .filter(({ parts }) => parts.some((part) => includesRun(terms, part)))
      .map(({ topic }) => topic),
    items: itemsIn(terms, names),
    verb: VERBS.find(({ pattern }) => pattern.test(question))?.verb ?? null,
  }
}

interface VerbRule {
  readonly verb: Verb
  readonly pattern: RegExp
  readonly example: string
}

/** The first that fits counts. */
export const VERBS: readonly VerbRule[] = [
  {
    verb: 'promise',
    pattern: /\b(?:promis|commit(?:ted)? to|undert(?:ake|ook)|pledg|agreed? to|offer(?:ed)? to)/i,
    example: 'What did the Commissioner undertake to send?',
  },
  {
    verb: 'decide',
    pattern: /\b(?:decid|decision|resolv|approv|adopt|voted?\b|reject|agreed?\b|support(?:ed)?\b)/i,
    example: 'Did the Panel approve the precept?',
  },
  {
    verb: 'ask',
    pattern: /\b(?:did|does|do|had|has|who) (?:\S+ ){0,6}?(?:ask(?:ed)?|quer(?:y|ied)|question(?:ed)?)\b/i,
    example: 'What did Mr Baldock ask about the budget?',
  },
  {
    verb: 'say',
    pattern: /\b(?:say|said|state[ds]?|told|think|thought|feel|felt|view|opinion|describe[ds]?)\b/i,
    example: 'What did the Chief Constable say about morale?',
  },
]

/** The words by which a question asks what was said, promised or decided: not what it asks about. */
export function verbsAskedBy(question: string): string[] {
  return VERBS.flatMap(({ pattern }) => {
    const match = pattern.exec(question)
    if (!match) return []
    const toEnd = question.slice(match.index, match.index + match[0].length + restOfWord(question, match))
    return wordsOf(toEnd)
      .filter((word) => !isStopWord(word))
      .slice(-1)
  })
}

const restOfWord = (text: string, { index, 0: words }: RegExpExecArray): number =>
  /^\p{L}*/u.exec(text.slice(index + words.length))?.[0].length ?? 0

/** With more of one surname nobody is named. */
const MOST_NAMESAKES = 2

function peopleIn(expansions: Analysis['expansions'], values: FieldValues): NamedValue[] {
  const ids = expansions.flatMap(({ nodes }) =>
    nodes.flatMap((node) =>
      node.type === 'facet' && node.field === 'person' && node.values.length <= MOST_NAMESAKES
        ? node.values
        : [],
    ),
  )
  return values.all('person').filter(({ value }) => ids.includes(value))
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ text: word }) => foldWord(word))
const termsOf = (text: string): string[] =>
  tokenize(text).flatMap(({ text: word }) => termsOfWord(word)[0] ?? [])

const includesRun = (all: readonly string[], run: readonly string[]): boolean =>
  run.length > 0 && all.some((_, start) => run.every((word, offset) => all[start + offset] === word))

type Places = Generation['places']

/** The names of a collection in the words that a question would have them in. */
interface NamesInWords {
  readonly bodies: readonly { readonly body: NamedValue; readonly words: readonly string[] }[]
  readonly topics: readonly { readonly topic: NamedValue; readonly parts: readonly (readonly string[])[] }[]
  /** Titles of items by their first terms. */
  readonly items: ReadonlyMap<string, readonly ItemTitle[]>
}

interface ItemTitle {
  readonly title: string
  readonly terms: readonly string[]
}

const readNames = new WeakMap<Places, NamesInWords>()

/** Made once for each generation. */
function namesInWords(values: FieldValues, places: Places): NamesInWords {
  const known = readNames.get(places)
  if (known) return known
  const names = {
    bodies: values.all('body').map((body) => ({ body, words: wordsOf(body.names[0]) })),
    /** A topic is named by any of the words that its name joins: `burglary and theft` by either. */
    topics: values
      .all('topic')
      .map((topic) => ({ topic, parts: topic.names[0].split(/ and |, /).map(termsOf) })),
    items: itemTitles(places),
  }
  readNames.set(places, names)
  return names
}

const SHORTEST_ITEM_TERMS = 2

function itemTitles({ items }: Places): Map<string, ItemTitle[]> {
  const titles = new Map<string, ItemTitle[]>()
  const known = new Set<string>()
  for (const { title } of items.values()) {
    const terms = termsOf(title)
    const [first] = terms
    const key = terms.join(' ')
    if (first === undefined || terms.length < SHORTEST_ITEM_TERMS || known.has(key)) continue
    known.add(key)
    titles.set(first, [...(titles.get(first) ?? []), { title, terms }])
  }
  return titles
}

const SHORTEST_BODY_WORDS = 2

/** Bodies by the end of their names, which is what they are called by: `Police and Crime Panel`. */
function bodiesIn(asked: readonly string[], { bodies }: NamesInWords): NamedValue[] {
  const named = bodies.map(({ body, words }) => ({ body, length: endIn(asked, words) }))
  const longest = Math.max(0, ...named.map(({ length }) => length))
  const meant = named.filter(({ length }) => length > 0 && length === longest).map(({ body }) => body)
  return meant.length > MOST_NAMESAKES ? [] : meant
}

/** How many words the longest end of a name has that stands in a question and does not begin with a stop word. */
function endIn(asked: readonly string[], name: readonly string[]): number {
  for (let start = 0; start <= name.length - SHORTEST_BODY_WORDS; start++) {
    const end = name.slice(start)
    if (!isStopWord(end[0] ?? '') && includesRun(asked, end)) return end.length
  }
  return 0
}

const MOST_ITEMS = 3

function itemsIn(asked: readonly string[], { items }: NamesInWords): string[] {
  return [...new Set(asked)]
    .flatMap((first) => (items.get(first) ?? []).filter(({ terms }) => includesRun(asked, terms)))
    .sort((a, b) => b.terms.length - a.terms.length)
    .slice(0, MOST_ITEMS)
    .map(({ title }) => title)
}
