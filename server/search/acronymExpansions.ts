import { exactWords } from '../../indexer/analysis/exactWords.ts'
import { remembering } from '../../indexer/analysis/remember.ts'
import { termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { PhraseNode, SearchEngine } from '../../indexer/engine/engine.ts'
import type { Expansion, Knowledge } from './expansion.ts'
import type { TypedWord } from './words.ts'

/** Every acronym that the words have in short or in full, in its other form. */
export function acronymsOf(words: readonly TypedWord[], { acronyms, engine }: Knowledge): Expansion[] {
  const terms = words.map(({ text }) => termsOfWord(text)[0] ?? '')
  const found = new Map<string, Expansion>()
  const add = (key: string, one: Expansion): void => {
    const known = found.get(key)
    found.set(key, known ? { ...known, nodes: [...known.nodes, ...one.nodes] } : one)
  }
  for (const { acronym, expansion } of acronyms) {
    const short = words.filter(({ text }) => isAcronym(text, acronym, engine))
    const run = termsOfPhrase(expansion)
    const long = runOf(terms, run).flatMap((at) => words[at] ?? [])
    if (short.length > 0 === long.length > 0) continue
    if (short.length > 0) {
      const nodes = waysToWrite(expansion, engine)
      if (nodes.length === 0) continue
      add(`${acronym} ${run.join(' ')}`, {
        kind: 'acronym',
        from: acronym,
        to: expansion,
        nodes,
        words: short,
      })
    } else if (engine.phraseFrequency(exactWords(acronym).map(({ text }) => text)) > 0) {
      const node = { type: 'word', text: acronym, terms: termsOfWord(acronym).slice(0, 1) } as const
      found.set(acronym, { kind: 'acronym', from: expansion, to: acronym, nodes: [node], words: long })
    }
  }
  return [...found.values()]
}

/** As the collection writes it, in the plural, or in small letters where these are no word of their own: `vru`, not `tap`. */
function isAcronym(typed: string, acronym: string, engine: Pick<SearchEngine, 'isAlsoWord'>): boolean {
  if (typed === acronym || typed === `${acronym}s`) return true
  return acronym.length > 2 && typed === acronym.toLowerCase() && !engine.isAlsoWord(typed)
}

const REMEMBERED_PHRASES = 20_000

/** The long forms of a collection are the same for every query. */
const termsOfPhrase = remembering(
  (phrase): readonly string[] => tokenize(phrase).flatMap(({ text }) => termsOfWord(text)[0] ?? []),
  REMEMBERED_PHRASES,
)

/** Places of a run of terms among others; empty where it does not stand there. */
function runOf(terms: readonly string[], run: readonly string[]): number[] {
  if (run.length < 2) return []
  const start = terms.findIndex((_, at) => run.every((term, index) => terms[at + index] === term))
  return start < 0 ? [] : run.map((_, index) => start + index)
}

/** The ways to write a long form that the collection has: with `and` or `&`, in the singular or plural. */
function waysToWrite(expansion: string, engine: Pick<SearchEngine, 'phraseFrequency'>): PhraseNode[] {
  const joined = [expansion, expansion.replaceAll(' & ', ' and '), expansion.replaceAll(' and ', ' & ')]
  const forms = joined.flatMap((form) => [form, form.endsWith('s') ? form.slice(0, -1) : `${form}s`])
  const phrases = forms.map((form) => exactWords(form).map(({ text }) => text))
  const distinct = new Map(phrases.map((words) => [words.join(' '), words]))
  return [...distinct.values()]
    .filter((words) => engine.phraseFrequency(words) > 0)
    .map((words) => ({ type: 'phrase', words, isPrefix: false, within: null }))
}
