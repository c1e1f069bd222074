import type { Places } from '../../corpus/store/places.ts'
import type { PathName } from '../paths.ts'
import { PATHS, pathTo } from '../paths.ts'

/** What is offered to a reader who came to an address of which there is nothing. */
export interface Offers {
  /** What the offers have to do with the address, in words; null where there are none. */
  readonly reason: string | null
  readonly links: readonly { readonly title: string; readonly href: string }[]
  /** The words of the address, to be searched for. */
  readonly words: string
}

const NO_OFFERS: Offers['links'] = []
/** More are no help to choose from. */
const MOST_OFFERS = 5

/** @param path as asked for, still encoded; @param places null where the collection is not open */
export function presentNotFound(path: string, places: Places | null): Offers {
  const [, kind = '', encoded = ''] = path.split('/')
  const known = KNOWN.find(({ name }) => `/${kind}` === rootOf(name))
  const isParagraph = known?.name === 'paragraph'
  const id = isParagraph ? documentIdOf(decoded(encoded)) : decoded(encoded)
  const words = wordsOf(id === '' ? decoded(kind) : id)
  if (places === null || known === undefined) return { reason: null, links: NO_OFFERS, words }
  const document = isParagraph ? places.documents.get(id) : undefined
  if (document)
    return {
      reason:
        'The paragraph is not, or no longer, in this document. Its words may have changed when it was published anew:',
      links: [{ title: document.title, href: pathTo('document', document.id) }],
      words,
    }
  const links = beginningAlike(id, known.entries(places), known.leadsTo)
  const reason = links.length === 0 ? null : 'There is something at an address that begins alike:'
  return { reason, links, words }
}

/** Of a paragraph's id what stands before its fingerprint; all of an id that has none. */
function documentIdOf(paragraphId: string): string {
  const dot = paragraphId.lastIndexOf('.')
  return dot === -1 ? paragraphId : paragraphId.slice(0, dot)
}

interface Known {
  /** The address that was asked for. */
  readonly name: PathName
  /** The address that is offered. */
  readonly leadsTo: PathName
  readonly entries: (places: Places) => Iterable<readonly [id: string, title: string]>
}

const documentsOf: Known['entries'] = ({ documents }) =>
  [...documents.values()].map(({ id, title }) => [id, title] as const)

const meetingsOf: Known['entries'] = ({ parts }) =>
  new Map(
    [...parts.values()].flatMap(({ meeting }) => (meeting ? [[meeting.id, meeting.title] as const] : [])),
  )

const KNOWN: readonly Known[] = [
  { name: 'document', leadsTo: 'document', entries: documentsOf },
  { name: 'paragraph', leadsTo: 'document', entries: documentsOf },
  { name: 'meeting', leadsTo: 'meeting', entries: meetingsOf },
  { name: 'person', leadsTo: 'person', entries: ({ people }) => people },
]

const rootOf = (name: PathName): string => PATHS[name].slice(0, PATHS[name].indexOf('/', 1))

/** What shares the longest beginning with an id, and a whole word or day in it: years and initials are shared by chance. */
function beginningAlike(
  id: string,
  entries: Iterable<readonly [id: string, title: string]>,
  leadsTo: PathName,
): Offers['links'] {
  const alike = [...entries]
    .map(([other, title]) => ({ other, title, shared: sharedLength(id, other) }))
    .filter(({ other, shared }) => isTelling(sharedWords(id, other, shared)))
  const most = alike.reduce((longest, { shared }) => Math.max(longest, shared), 0)
  return alike
    .filter(({ shared }) => shared === most)
    .slice(0, MOST_OFFERS)
    .map(({ other, title }) => ({ title, href: pathTo(leadsTo, other) }))
}

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return length
}

/** Of a shared beginning what ends with a word of both. */
function sharedWords(one: string, other: string, length: number): string {
  const isWhole = [one, other].every((id) => !LETTER_OR_DIGIT.test(id.charAt(length)))
  const beginning = one.slice(0, length)
  return isWhole ? beginning : beginning.replace(LAST_WORD, '')
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const LAST_WORD = /[\p{L}\p{N}]+$/u
const SEVERAL_LETTERS = /\p{L}{2}/u
const DAY = /\d{4}-\d{2}-\d{2}/

const isTelling = (beginning: string): boolean =>
  SEVERAL_LETTERS.test(wordsOf(beginning)) || DAY.test(beginning)

/** The words of an id, without its dates, numbers and fingerprints. */
function wordsOf(id: string): string {
  return id
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^\p{L}+$/u.test(word))
    .join(' ')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
