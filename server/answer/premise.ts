import { isStopWord, termsOfText, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Interpretation } from './interpret.ts'
import { kindredGroups } from './kindred.ts'

interface VerbsOfOneSense {
  readonly verbs: string
  /** Is what they say said in such words or not at all? Refusing and leaving are told in many other ways. */
  readonly isSaidSo: boolean
  /** Is it the matter itself, and not only how a matter was decided? */
  readonly isMatter: boolean
}

/** Verbs of deciding, and of what is decided about people. */
export const DECIDING: readonly VerbsOfOneSense[] = [
  { verbs: 'reject veto defeat', isSaidSo: true, isMatter: false },
  { verbs: 'refuse decline oppose block', isSaidSo: false, isMatter: false },
  {
    verbs: 'approve agree adopt accept support endorse confirm ratify resolve decide vote',
    isSaidSo: false,
    isMatter: false,
  },
  { verbs: 'sack dismiss', isSaidSo: true, isMatter: true },
  { verbs: 'suspend remove', isSaidSo: false, isMatter: true },
  { verbs: 'resign quit', isSaidSo: true, isMatter: true },
  { verbs: 'leave left retire', isSaidSo: false, isMatter: true },
  { verbs: 'appoint', isSaidSo: false, isMatter: true },
  { verbs: 'withdraw withdrew withdrawn abandon cancel scrap abolish', isSaidSo: false, isMatter: false },
  { verbs: 'defer postpone adjourn', isSaidSo: false, isMatter: false },
]

const KIN_OF_TERM: ReadonlyMap<string, VerbsOfOneSense> = new Map(
  DECIDING.flatMap((kin) =>
    kin.verbs.split(' ').flatMap((word) => termsOfWord(word).map((term) => [term, kin] as const)),
  ),
)

/** A word of a question that says that something was decided: `[start, end)` in the question. */
interface DecidingWord {
  readonly text: string
  readonly term: string
  readonly start: number
  readonly end: number
}

/** What a question takes for granted: that somebody decided so, or that what it asks the reason of is so. */
export interface Premise {
  /** In reading order; empty for a question that speaks of no decision. */
  readonly verbs: readonly DecidingWord[]
}

const ASKS_WHETHER = /^(?:did|does|do|was|were|has|have|had|is|are)\b/i

export function premiseOf(question: string, { type }: Pick<Interpretation, 'type'>): Premise | null {
  const asksOfIt = type === 'reason' || type === 'date' || ASKS_WHETHER.test(question.trim())
  const verbs = asksOfIt ? decidingWordsIn(question) : []
  return verbs.length > 0 || type === 'reason' ? { verbs } : null
}

const IS_PAST = /(?:ed|left|withdrew|withdrawn|quit)$/i
const HAS_INFINITIVE = /^(?:did|does|do|to)$/i
const DETERMINER = /^(?:the|an?|this|that|its|their|his|her|no|any|more|of|for)$/i

/** `rejected`, `did ... reject`, and not `the support`. */
export function decidingWordsIn(question: string): DecidingWord[] {
  const tokens = tokenize(question)
  return tokens.flatMap(({ text, start, end }, at) => {
    const term = termsOfWord(text).find((one) => KIN_OF_TERM.has(one))
    const before = tokens.slice(0, at)
    const isVerb =
      !DETERMINER.test(before.at(-1)?.text ?? '') &&
      (IS_PAST.test(text) || before.some((token) => HAS_INFINITIVE.test(token.text)))
    return term !== undefined && isVerb ? [{ text, term, start, end }] : []
  })
}

/** Does a candidate's paragraph have the first of the verbs, or a word that is kin to it? */
function hasWordFor({ term }: DecidingWord, { paragraph, item }: ParagraphInContext): boolean {
  const groups = kindredGroups(term)
  const isKin = (other: string): boolean =>
    KIN_OF_TERM.get(other) === KIN_OF_TERM.get(term) ||
    kindredGroups(other).some((group) => groups.includes(group))
  return [...paragraph.headings, item?.title ?? '', paragraph.text].some((text) =>
    termsOfText(text).some(isKin),
  )
}

/** Would a record that had it say so in other words than the best passage has? */
export function isUnsaid({ verbs: [verb] }: Premise, best: ParagraphInContext): boolean {
  return verb !== undefined && KIN_OF_TERM.get(verb.term)?.isSaidSo === true && !hasWordFor(verb, best)
}

/** What a reader is to know of it, in a sentence. @param best the passage that is quoted, or is nearest */
export function remarkOn({ verbs: [verb] }: Premise, best: ParagraphInContext | undefined): string {
  if (!verb) return 'This does not confirm what the question takes for granted.'
  const named = `\u201c${verb.text}\u201d`
  return best && hasWordFor(verb, best)
    ? `This does not confirm that it was as the question has it (${named}).`
    : `What the question takes for granted is not confirmed: the best passage has no word for ${named}.`
}

/** The question without what it says was decided: what is left is the matter. */
export function withoutVerbs(question: string, { verbs }: Premise): string {
  let rest = question
  for (const { term, start, end } of verbs.toReversed())
    if (KIN_OF_TERM.get(term)?.isMatter === false) rest = rest.slice(0, start) + rest.slice(end)
  return tokenize(rest).some(({ text }) => !isStopWord(text)) ? rest : question
}
