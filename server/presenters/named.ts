import type { RoleHeld } from '../../corpus/store/people.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { pathTo, rolePath } from '../paths.ts'
import type { RolesHeld } from '../rolesHeld.ts'
import type { SearchFilters } from '../search/request.ts'
import type { SearchResult } from '../search/searchRecord.ts'
import type { Names } from '../labels.ts'
import { facetLabel } from '../labels.ts'

/** Roles and people of which something is said above a result, and holders of one role. */
const MOST_NAMED = 3
const MOST_HOLDERS = 8

/** What the record knows of the roles and people that a query names. */
export function presentNamed(
  { request, analysis }: Pick<SearchResult, 'request' | 'analysis'>,
  { byRole, byPerson }: RolesHeld,
  names: Names,
  hrefOf: (filters: SearchFilters) => string,
) {
  const narrowed = analysis.narrowings.flatMap(({ filters }) => filters)
  const values = (field: 'role' | 'person'): string[] => [
    ...new Set([
      ...analysis.expansions.flatMap(({ kind, nodes }) =>
        kind === 'speaker'
          ? nodes.flatMap((node) => (node.type === 'facet' && node.field === field ? node.values : []))
          : [],
      ),
      ...narrowed.filter((filter) => filter.field === field).flatMap((filter) => filter.values),
    ]),
  ]
  const filters = [...narrowed, { field: 'person', values: request.filters.person ?? [] }]
  /** The way to what the person alone said; null where the result is that. */
  const onlyOf = (person: string): string | null =>
    filters.some((filter) => filter.field === 'person' && filter.values.join() === person)
      ? null
      : hrefOf({ ...request.filters, person: [person] })
  const roles = values('role').flatMap((role) => {
    const holders = [...periodsOf(byRole.get(role) ?? [], ({ personId }) => personId)]
    if (holders.length === 0) return []
    return [
      {
        name: role,
        href: rolePath(role),
        holders: holders.slice(0, MOST_HOLDERS).map(([personId, { held, dates }]) => ({
          name: held.personName,
          dates,
          href: pathTo('person', personId),
        })),
        more: Math.max(0, holders.length - MOST_HOLDERS),
      },
    ]
  })
  const people = values('person').map((person) => ({
    name: facetLabel('person', person, names),
    href: pathTo('person', person),
    roles: [...periodsOf(byPerson.get(person) ?? [], ({ role }) => role)].map(([role, { dates }]) => ({
      role,
      dates,
    })),
    onlyTheirsHref: onlyOf(person),
  }))
  return {
    roles: roles.slice(0, MOST_NAMED),
    people: people.slice(0, MOST_NAMED),
    morePeople: Math.max(0, people.length - MOST_NAMED),
  }
}

interface Period {
  readonly held: RoleHeld
  readonly dates: string | null
}

/** From the first to the last day that the record gives, whatever the body; the first first. */
function periodsOf(all: readonly RoleHeld[], keyOf: (held: RoleHeld) => string): Map<string, Period> {
  const groups = new Map<string, RoleHeld[]>()
  for (const held of all) groups.set(keyOf(held), [...(groups.get(keyOf(held)) ?? []), held])
  return new Map(
    [...groups].flatMap(([key, group]) => {
      const [held] = group
      return held ? [[key, { held, dates: datesOf(group) }] as const] : []
    }),
  )
}

export function datesOf(group: readonly RoleHeld[]): string | null {
  const first = group.flatMap(({ firstDate }) => firstDate ?? []).sort(byDay(firstDay))[0]
  const last = group
    .flatMap(({ lastDate }) => lastDate ?? [])
    .sort(byDay(lastDay))
    .at(-1)
  if (first === undefined || last === undefined) return null
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`
}

const byDay =
  (dayOf: (date: CalendarDate) => string) =>
  (a: CalendarDate, b: CalendarDate): number =>
    dayOf(a) < dayOf(b) ? -1 : 1
