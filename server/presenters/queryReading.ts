import type { Analysis } from '../search/analyse.ts'
import type { Expansion } from '../search/expansion.ts'
import type { SoughtFor } from '../search/request.ts'

/** The address of the same page for a search that is changed in some of its parts. */
export type AddressWith = (changed: Partial<SoughtFor>) => string

/** How the query was read, each reading with the address without it. */
export function presentReading(
  { fault, remarks, corrections, expansions }: Analysis,
  search: SoughtFor,
  addressWith: AddressWith,
) {
  const without = (unwanted: string): string => withoutReading(unwanted, search, addressWith)
  return {
    fault,
    remarks,
    corrections: corrections.map(({ from, to }) => ({ from, to, href: without(to) })),
    expansions: expansions.map((expansion) => ({ label: labelOf(expansion), href: without(expansion.to) })),
  }
}

/** An acronym is shown in full, whichever of its forms was typed. */
function labelOf({ kind, from, to, nodes }: Expansion): string {
  if (kind !== 'acronym') return to
  return nodes[0]?.type === 'phrase' ? `${to} (${from})` : `${from} (${to})`
}

function withoutReading(unwanted: string, { notAlso }: SoughtFor, addressWith: AddressWith): string {
  return addressWith({ notAlso: [...notAlso, unwanted] })
}

/** What the query itself is narrowed by: a field is taken out of the query, a date in words is read as words again. */
export function narrowingChips({ narrowings }: Analysis, search: SoughtFor, addressWith: AddressWith) {
  return narrowings.map(({ text, without }) => ({
    label: text,
    href: without === null ? withoutReading(text, search, addressWith) : addressWith({ q: without }),
  }))
}
