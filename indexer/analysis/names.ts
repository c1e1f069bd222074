import { remembering } from './remember.ts'

/** Forms of address before a name, and of office before a name. */
export const TITLES: readonly string[] = [
  'Cllrs',
  'Cllr',
  'Councillor',
  'Councillors',
  'Clr',
  'Mr',
  'Mrs',
  'Ms',
  'Miss',
  'Dr',
  'Sir',
  'Dame',
  'Lord',
  'Lady',
  'Baroness',
  'Prof',
  'Professor',
  'Rev',
  'Reverend',
  'Mx',
  'Ald',
  'Alderman',
]

/** Letters after a name. */
export const HONOURS: ReadonlySet<string> = new Set(
  'OBE MBE CBE KBE DBE QPM KPM BEM JP DL QC KC MP MSP MS MLA TD MEP PhD Esq'.split(' '),
)

/** A name taken apart: `Mr P M Hill, OBE` has the surname Hill and the initials P, M. */
export interface PersonName {
  readonly printed: string
  /** Lower case, for comparing. */
  readonly surname: string
  readonly givenNames: readonly string[]
  readonly title: string | null
}

const TITLE_SET: ReadonlySet<string> = new Set(TITLES)

const PARTICLES: ReadonlySet<string> = new Set(
  'de del der den van von la le du di da al el bin ni n\u00ed mac mc \u00f3 o ua'.split(' '),
)
const INITIALS_IN_BRACKETS = /^(.*\S)\s*\((\p{Lu}(?:\.? ?\p{Lu})?\.?|Snr|Jnr)\)$/u

/** Is the word a form of address: `Cllr`, `Mrs.`? */
export function isTitle(word: string): boolean {
  const bare = word.replace(/\.$/, '')
  return TITLE_SET.has(bare) || TITLE_SET.has(bare.charAt(0) + bare.slice(1).toLowerCase())
}

const REMEMBERED_NAMES = 20_000

/** Null where the text is no name of a person: nothing is left after titles and honours, or it has a digit. */
export const readName = remembering(nameIn, REMEMBERED_NAMES)

function nameIn(text: string): PersonName | null {
  const printed = text.replace(/\s+/g, ' ').trim()
  const bracketed = printed.endsWith(')') ? INITIALS_IN_BRACKETS.exec(printed) : null
  const words = (bracketed?.[1] ?? printed)
    .replace(/\b(\p{Lu})\.(?=\p{Lu})/gu, '$1. ')
    .replace(/,/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !HONOURS.has(word.replace(/\.$/, '')))
  const titles: string[] = []
  while (words[0] !== undefined && isTitle(words[0])) titles.push(words.shift() ?? '')
  const surname = words.at(-1)
  if (
    surname === undefined ||
    !/^\p{Lu}[\p{L}'\u2019-]+$/u.test(surname) ||
    words.length > 5 ||
    words.slice(0, -1).some((word) => !/^\p{Lu}/u.test(word) && !PARTICLES.has(word.toLowerCase())) ||
    /\d/.test(printed)
  )
    return null
  return {
    printed,
    surname: surname.toLowerCase().replaceAll('\u2019', "'"),
    givenNames: [...words.slice(0, -1), ...(bracketed?.[2] === undefined ? [] : [bracketed[2]])],
    title: titles[0]?.replace(/\.$/, '') ?? null,
  }
}
