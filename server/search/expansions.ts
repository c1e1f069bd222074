import type { ExplainedAcronym } from '../../indexer/analysis/acronyms.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import { roleOfForm } from '../../indexer/analysis/roles.ts'
import { otherSpellings } from '../../indexer/analysis/spellings.ts'
import { foldWord, isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { LeafNode, SearchEngine, ShouldNode } from '../../indexer/engine/engine.ts'
import type { FieldValues } from './fieldValues.ts'
import { isTitle } from './fieldValues.ts'
import type { Replacement, TypedWord } from './words.ts'

/** What a collection knows of its own words. */
export interface Knowledge {
  readonly engine: SearchEngine
  readonly acronyms: readonly ExplainedAcronym[]
  readonly values: FieldValues
}

/** Something searched along with words of the reader's, and what of the query it stands for. */
export interface Expansion extends Replacement {
  readonly kind: keyof typeof WEIGHTS
  /** Ways in which it is written: each adds to the score. */
  readonly nodes: readonly LeafNode[]
  /** Which of the typed words it stands for. */
  readonly words: readonly TypedWord[]
}

/** What each kind of expansion counts beside the reader's own words, which count 1. */
const WEIGHTS = {
  acronym: 1,
  spelling: 1,
  speaker: 0.5,
  title: 0,
} as const

/** Everything that is searched along with the typed words. */
export function expansionsOf(words: readonly TypedWord[], knowledge: Knowledge): Expansion[] {
  return eachOnce([
    ...acronymsOf(words, knowledge),
    ...spellingsOf(words, knowledge),
    ...rolesOf(words, knowledge),
    ...peopleOf(words, knowledge),
    ...titlesOf(words),
  ])
}

/** What is searched for words that are typed twice is searched once, and stands for both. */
function eachOnce(expansions: readonly Expansion[]): Expansion[] {
  const found = new Map<string, Expansion>()
  for (const expansion of expansions) {
    const key = JSON.stringify([expansion.kind, expansion.nodes])
    const known = found.get(key)
    found.set(key, known ? { ...known, words: [...known.words, ...expansion.words] } : expansion)
  }
  return [...found.values()]
}

export function shouldOf({ nodes, kind }: Expansion, standsFor: readonly number[]): ShouldNode[] {
  return nodes.map((node) => ({ node, weight: WEIGHTS[kind], standsFor }))
}

/** Every acronym that the words have in short or in full, in its other form. */
function acronymsOf(words: readonly TypedWord[], { acronyms, engine }: Knowledge): Expansion[] {
  const terms = words.map(({ text }) => termsOfWord(text)[0] ?? '')
  const found = new Map<string, Expansion>()
  const add = (key: string, one: Expansion): void => {
    const known = found.get(key)
    found.set(key, known ? { ...known, nodes: [...known.nodes, ...one.nodes] } : one)
  }
  for (const { acronym, expansion } of acronyms) {
    const short = words.filter(({ text }) => isAcronym(text, acronym))
    const run = termsOfPhrase(expansion)
    const long = runOf(terms, run).flatMap((at) => words[at] ?? [])
    if (short.length > 0 === long.length > 0) continue
    if (short.length > 0) {
      const node = phraseOf(expansion)
      if (engine.phraseFrequency(node.words) === 0) continue
      add(`${acronym} ${run.join(' ')}`, {
        kind: 'acronym',
        from: acronym,
        to: expansion,
        nodes: [node],
        words: short,
      })
    } else if (engine.phraseFrequency(exactWords(acronym).map(({ text }) => text)) > 0) {
      const node = { type: 'word', text: acronym, terms: termsOfWord(acronym).slice(0, 1) } as const
      found.set(acronym, { kind: 'acronym', from: expansion, to: acronym, nodes: [node], words: long })
    }
  }
  return [...found.values()]
}

/** As the collection writes it, or in small letters where three letters or more make it unlikely to be a word. */
function isAcronym(typed: string, acronym: string): boolean {
  return typed === acronym || (acronym.length > 2 && typed === acronym.toLowerCase())
}

const termsOfPhrase = (phrase: string): string[] =>
  tokenize(phrase).flatMap(({ text }) => termsOfWord(text)[0] ?? [])

/** Places of a run of terms among others; empty where it does not stand there. */
function runOf(terms: readonly string[], run: readonly string[]): number[] {
  if (run.length < 2) return []
  const start = terms.findIndex((_, at) => run.every((term, index) => terms[at + index] === term))
  return start < 0 ? [] : run.map((_, index) => start + index)
}

function phraseOf(text: string) {
  const words = exactWords(text).map((word) => word.text)
  return { type: 'phrase', words, isPrefix: false, within: null } as const
}

/** The same word spelt otherwise: with z for s, as one word or as two. Only what the collection has. */
function spellingsOf(words: readonly TypedWord[], { engine }: Knowledge): Expansion[] {
  const asWord = (from: string, to: string, found: readonly TypedWord[]): Expansion[] => {
    const terms = termsOfWord(to).slice(0, 1)
    const isNew = !found.some(({ text }) => termsOfWord(text)[0] === terms[0])
    const isKnown = terms.some((term) => engine.paragraphFrequency(term) > 0)
    const node = { type: 'word', text: to, terms } as const
    return isNew && isKnown ? [{ kind: 'spelling', from, to, nodes: [node], words: found }] : []
  }
  return words.flatMap((word, index) => {
    const { text, place } = word
    const next = words[index + 1]
    const joined = next?.place === place + 1 ? foldWord(text) + foldWord(next.text) : null
    return [
      ...otherSpellings(foldWord(text)).flatMap((other) => asWord(text, other, [word])),
      ...(next
        ? sectionsOf(word, next).flatMap((section) => asWord(`${text} ${next.text}`, section, [word, next]))
        : []),
      ...(next && joined !== null && engine.phraseFrequency([joined]) > 0
        ? asWord(`${text} ${next.text}`, joined, [word, next])
        : []),
      ...partings(text)
        .filter((halves) => engine.phraseFrequency(halves) > 0)
        .map((halves): Expansion => {
          const to = halves.join(' ')
          return { kind: 'spelling', from: text, to, nodes: [phraseOf(to)], words: [word] }
        }),
    ]
  })
}

/** A section of an Act is written with its number behind an s: `section 136`, `S136`. */
function sectionsOf(word: TypedWord, next: TypedWord): string[] {
  const isSection = foldWord(word.text) === 'section' && next.place === word.place + 1
  return isSection && /^\d{1,4}[A-Za-z]?$/.test(next.text) ? [`s${next.text}`] : []
}

const SHORTEST_HALF = 3

/** The ways to write one word as two: at its hyphen, or else anywhere between two words that could stand alone. */
function partings(word: string): (readonly [string, string])[] {
  const folded = foldWord(word)
  const section = /^s(\d{1,4}[a-z]?)$/.exec(folded)
  if (section) return [['section', section[1] ?? '']]
  const hyphen = /^(\p{L}+)[-\u2010\u2011](\p{L}+)$/u.exec(folded)
  if (hyphen) return [[hyphen[1] ?? '', hyphen[2] ?? '']]
  if (!/^[a-z]+$/.test(folded)) return []
  return Array.from({ length: Math.max(0, folded.length - 2 * SHORTEST_HALF + 1) }, (_, index) => {
    const at = index + SHORTEST_HALF
    return [folded.slice(0, at), folded.slice(at)] as const
  }).filter((halves) => !halves.some(isStopWord))
}

const LONGEST_ROLE = 6

/** A role that the words name: along with them, whatever whoever held it says. */
function rolesOf(words: readonly TypedWord[], { values }: Knowledge): Expansion[] {
  const found: Expansion[] = []
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(LONGEST_ROLE, words.length - at); length > 0; length--) {
      const named = words.slice(at, at + length)
      const from = named.map(({ text }) => text).join(' ')
      const role = isRun(named) ? roleOfForm(from) : null
      if (role === null || !values.all('role').some(({ value }) => value === role)) continue
      found.push(speakerExpansion(from, role, 'role', [role], named))
      at += length - 1
      break
    }
  }
  return found
}

const isRun = (words: readonly TypedWord[]): boolean =>
  words.every(({ place }, index) => place === (words[0]?.place ?? 0) + index)

function speakerExpansion(
  from: string,
  name: string,
  field: 'role' | 'person',
  values: readonly string[],
  words: readonly TypedWord[],
): Expansion {
  return { kind: 'speaker', from, to: `said by ${name}`, nodes: [{ type: 'facet', field, values }], words }
}

/** A person whom the words name, by surname and what goes before it: along with them, whatever the person says. */
function peopleOf(words: readonly TypedWord[], { values }: Knowledge): Expansion[] {
  return words.flatMap((word, index): Expansion[] => {
    if (!/^\p{Lu}/u.test(word.text)) return []
    const surname = foldWord(word.text)
    const before = words.slice(0, index).filter(({ place }) => place >= word.place - 2)
    const people = values.all('person').flatMap(({ value, names }) => {
      const [name] = names
      const parts = names.map((printed) => tokenize(printed).map(({ text }) => foldWord(text)))
      if (!parts.some((own) => own.at(-1) === surname)) return []
      const given = before.filter(({ text }) =>
        parts.some((own) => own.slice(0, -1).includes(foldWord(text))),
      )
      return [{ value, name, given }]
    })
    const most = Math.max(...people.map(({ given }) => given.length))
    const meant = people.filter(({ given }) => given.length === most)
    const titles = before.filter(({ text }) => isTitle(text))
    return meant.map(({ value, name, given }) =>
      speakerExpansion(
        [...new Set([...titles, ...given, word])].map(({ text }) => text).join(' '),
        name,
        'person',
        [value],
        [...new Set([...titles, ...given, word])],
      ),
    )
  })
}

/** `Cllr Palmer` is `Mr Palmer` elsewhere: who has the name is held to have the title. */
function titlesOf(words: readonly TypedWord[]): Expansion[] {
  return words.flatMap((title, index): Expansion[] => {
    const name = words[index + 1]
    if (!isTitle(title.text) || name?.place !== title.place + 1) return []
    const node = { type: 'word', text: name.text, terms: termsOfWord(name.text).slice(0, 1) } as const
    const from = `${title.text} ${name.text}`
    return [{ kind: 'title', from, to: `${name.text} under any title`, nodes: [node], words: [title] }]
  })
}
