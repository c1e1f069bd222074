import type { Generation } from '../../generations.ts'
import type { ListFilters } from '../../register/listRequest.ts'
import type { ListName } from '../../register/registerLists.ts'
import type { EntryRow } from '../register/rows.ts'
import { presentSomeEntries } from '../register/someEntries.ts'
import { LIST_WORDS } from '../register/words.ts'

/** Entries of the register that a page shows. */
const SHOWN = 4

/** A few entries of one list of the register, on the page of a person, a role or a topic. */
export interface EntrySection {
  /** Its anchor on the page. */
  readonly id: ListName
  readonly title: string
  readonly rows: readonly EntryRow[]
  readonly total: number
  /** The lists that have them all, each with a text of its own. */
  readonly links: readonly { readonly label: string; readonly href: string }[]
  /** What can be said of them in a sentence; null where the rows say all. */
  readonly about: string | null
}

/** @param of what they have in common, within a sentence: `on mental health` */
export async function presentEntrySection(
  name: ListName,
  title: string,
  filters: ListFilters,
  of: string,
  generation: Generation,
): Promise<EntrySection> {
  const { total, rows, href } = await presentSomeEntries(name, { filters }, SHOWN, generation)
  return { id: name, title, rows, total, links: [listLink(name, total, of, href)], about: null }
}

/** Commitments and actions, the open ones first and of these what is due. */
export async function presentCommitmentSection(
  title: string,
  filters: ListFilters,
  of: string,
  generation: Generation,
): Promise<EntrySection> {
  const [open, all] = await Promise.all([
    presentSomeEntries(
      'commitments',
      { filters: { ...filters, state: ['open'] }, sort: 'due' },
      SHOWN,
      generation,
    ),
    presentSomeEntries('commitments', { filters }, SHOWN, generation),
  ])
  const shown = new Set(open.rows.map(({ href }) => href))
  return {
    id: 'commitments',
    title,
    rows: [...open.rows, ...all.rows.filter(({ href }) => !shown.has(href))].slice(0, SHOWN),
    total: all.total,
    links: [
      ...(open.total === 0 || open.total === all.total
        ? []
        : [{ label: `The ${open.total.toLocaleString('en-GB')} still open ${of}`, href: open.href }]),
      listLink('commitments', all.total, of, all.href),
    ],
    about: openInWords(open.total, all.total),
  }
}

function openInWords(open: number, all: number): string | null {
  if (all === 0) return null
  if (open === 0) return 'The record says of every one that it is discharged.'
  const count =
    open === all
      ? all === 1
        ? 'It is'
        : 'All are'
      : `${open.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} ${open === 1 ? 'is' : 'are'}`
  return `${count} open as far as this record shows. Those with a date to be done by come first.`
}

function listLink(name: ListName, total: number, of: string, href: string) {
  const { one, many } = LIST_WORDS[name]
  return {
    label: total === 1 ? `The one ${one} ${of}` : `All ${total.toLocaleString('en-GB')} ${many} ${of}`,
    href,
  }
}
