import type { Paragraph } from '../../corpus/model/paragraph.ts'
import { readName } from '../analysis/names.ts'

/** Who moved and who seconded, as printed. */
export interface Movers {
  readonly mover: string | null
  readonly seconder: string | null
}

const NAME =
  "((?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Rev)\\.? )?(?:[A-Z]\\.? ?){0,3}[A-Z][\\p{L}'\\u2019-]+(?: (?:[A-Z]\\.|[A-Z][\\p{L}'\\u2019-]+|[Nn]\\u00ed|[Nn]i|de|van|Mac|Mc)){0,2})"

/** The words before the name of who moved, or seconded. */
export const MOVER_WORDS: readonly {
  readonly who: 'mover' | 'seconder'
  readonly words: string
  readonly example: string
}[] = [
  { who: 'mover', words: '(?:proposed|moved)(?: as correct)? by:?', example: 'Proposed by Cllr Roach' },
  { who: 'mover', words: 'on the (?:proposal|motion) of', example: 'On the proposal of Councillor Ling' },
  { who: 'mover', words: 'proposer\\s?:', example: 'Proposer: Cllr Roach' },
  { who: 'mover', words: 'proposed:?', example: '(Proposed: Cllr Roach, seconded: Cllr Ling)' },
  { who: 'seconder', words: 'seconded by:?', example: 'seconded by Mr Pike' },
  { who: 'seconder', words: 'seconder\\s?:', example: 'Seconder: Mr Pike' },
  { who: 'seconder', words: 'seconded:?', example: '(Proposed: Cllr Roach, seconded: Cllr Ling)' },
]

const patternsFor = (who: 'mover' | 'seconder'): RegExp[] =>
  MOVER_WORDS.filter((rule) => rule.who === who).map(
    ({ words }) => new RegExp(`(?:^|[\\s(])(?:${casedWords(words)})\\s+${NAME}`, 'u'),
  )

const MOVERS = patternsFor('mover')
const SECONDERS = patternsFor('seconder')
/** `moved as correct by Hannah Salome and Gordon Mackay`: the second name is the seconder's. */
const AND_SECONDER = new RegExp(`^\\s+and\\s+${NAME}`, 'u')

/** Who moved and who seconded, as the given lines name them. */
export function moversIn(lines: readonly Paragraph[]): Movers {
  const read = lines.map(({ text }) => readMovers(text))
  return {
    mover: read.find(({ mover }) => mover !== null)?.mover ?? null,
    seconder: read.find(({ seconder }) => seconder !== null)?.seconder ?? null,
  }
}

function readMovers(text: string): Movers {
  const moved = firstName(text, MOVERS)
  const after = moved ? (AND_SECONDER.exec(text.slice(moved.end))?.[1] ?? null) : null
  return { mover: moved?.name ?? null, seconder: firstName(text, SECONDERS)?.name ?? after }
}

function firstName(text: string, patterns: readonly RegExp[]): { name: string; end: number } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const name = match?.[1] === undefined ? null : readName(match[1])
    if (match && name) return { name: name.printed, end: match.index + match[0].length }
  }
  return null
}

/** Words with either case of their first letter: names keep their capitals. */
function casedWords(words: string): string {
  return words.replace(/(?<![\\?\w])[a-z](?=\w)/g, (letter) => `[${letter.toUpperCase()}${letter}]`)
}
