import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { neighbourIds } from '../../corpus/store/paragraphs.ts'
import { isStopWord, termsOfText, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { Generation } from '../generations.ts'
import { windowsOf } from './candidates.ts'
import type { Interpretation } from './interpret.ts'

interface ListRule {
  readonly pattern: RegExp
  readonly example: string
}

/** How a question asks for more than one thing. */
export const ASKS_FOR_LIST: readonly ListRule[] = [
  {
    pattern:
      /\b(?:which|what) (?:[\p{L}-]+ ){0,3}?\p{L}{3,}s (?:are|were|have|had|did|do|will|would|could|can)\b/iu,
    example: 'Which priorities were agreed?',
  },
  { pattern: /\bwhat (?:are|were) (?:the|its|their|his|her) /i, example: 'What are the aims of the unit?' },
  { pattern: /^(?:list|name) (?:the|all|every)\b/i, example: 'List the aims of the unit' },
]

export function asksForList(question: string, { type }: Pick<Interpretation, 'type'>): boolean {
  if (type === 'number' || type === 'date' || type === 'comparison') return false
  return ASKS_FOR_LIST.some(({ pattern }) => pattern.test(question))
}

const NEIGHBOURS = 12
/** Longer ones are what a meeting noted point by point, each of its own matter. */
const LONGEST_ITEM = 250
export const MOST_LISTED = 10

/** An item of a list, as a quote. */
export interface ListedItem {
  readonly context: ParagraphInContext
  readonly start: number
  readonly end: number
}

const BEFORE_LISTED =
  /^(?:list|name) (?:the|all|every)(?: the)? |\b(?:which|what) (?:(?:are|were) )?(?:(?:the|its|their|his|her) )?/i

/** The term of what a question wants listed: `priorities` in "Which policing priorities were agreed?"; null where it has none. */
export function listedIn(question: string): string | null {
  const match = BEFORE_LISTED.exec(question)
  if (!match) return null
  const tokens = tokenize(question.slice(match.index + match[0].length))
  const end = tokens.findIndex(({ text }) => isStopWord(text))
  const last = tokens.slice(0, end < 0 ? tokens.length : end).at(-1)
  return (last && termsOfWord(last.text)[0]) ?? null
}

/**
 * The items of the list that a paragraph stands in, or leads to by a colon, in their order; empty where that is no list of two
 * or more, or not of what is wanted.
 *
 * @param wanted the term of what is to be listed: it stands in the paragraph, what leads to the list, or its heading
 */
export async function listAround(
  { db, paragraphs }: Pick<Generation, 'db' | 'paragraphs'>,
  context: ParagraphInContext,
  wanted: string | null,
): Promise<ListedItem[]> {
  const isItem = ({ paragraph, part, item }: ParagraphInContext): boolean =>
    paragraph.kind === 'list_item' && part.index === context.part.index && item?.index === context.item?.index
  const leads = context.paragraph.text.trimEnd().endsWith(':')
  if (!isItem(context) && !leads) return []
  const ids = await neighbourIds(db, context.paragraph.id, NEIGHBOURS)
  const [before, after] = await Promise.all([paragraphs.load(ids.before), paragraphs.load(ids.after)])
  const earlier = leads ? [] : whileTrue(before.toReversed(), isItem)
  const items = [...earlier.toReversed(), ...(leads ? [] : [context]), ...whileTrue(after, isItem)]
  const leadIn = leads ? context : before.at(-1 - earlier.length)
  const isList = items.length >= 2 && items.every(({ paragraph }) => paragraph.text.length <= LONGEST_ITEM)
  return isList && isOf(wanted, context, leadIn) ? items.flatMap(asQuote) : []
}

function isOf(
  wanted: string | null,
  { paragraph, item }: ParagraphInContext,
  leadIn?: ParagraphInContext,
): boolean {
  const texts = [paragraph.text, ...paragraph.headings, item?.title ?? '', leadIn?.paragraph.text ?? '']
  return wanted === null || texts.some((text) => termsOfText(text).includes(wanted))
}

function whileTrue<T>(all: readonly T[], test: (one: T) => boolean): T[] {
  const end = all.findIndex((one) => !test(one))
  return end < 0 ? [...all] : all.slice(0, end)
}

/** The beginning of an item, as far as a quote may go. */
function asQuote(context: ParagraphInContext): ListedItem[] {
  const [first, ...others] = windowsOf(context.paragraph)
  if (!first) return []
  const { start, end } = others.findLast((window) => window.start === first.start) ?? first
  return [{ context, start, end }]
}
