import { formatDate } from '../../corpus/model/formatDate.ts'
import { FILTER_FIELDS } from '../../indexer/engine/engine.ts'
import type { SearchFilters } from '../search/request.ts'
import type { Names } from '../labels.ts'
import { facetLabel } from '../labels.ts'

/** The filters that are set, each with the address of the same page without it. */
export function filterChips(
  filters: SearchFilters,
  names: Names,
  addressUnder: (filters: SearchFilters) => string,
): { readonly label: string; readonly href: string }[] {
  const dates = (['from', 'to'] as const).flatMap((edge) => {
    const date = filters[edge]
    if (date === undefined) return []
    const { [edge]: _removed, ...rest } = filters
    return [{ label: `${edge === 'from' ? 'From' : 'To'} ${formatDate(date)}`, href: addressUnder(rest) }]
  })
  const values = FILTER_FIELDS.flatMap((field) =>
    (filters[field] ?? []).map((value) => ({
      label: facetLabel(field, value, names),
      href: addressUnder({ ...filters, [field]: filters[field]?.filter((other) => other !== value) }),
    })),
  )
  return [...dates, ...values]
}
