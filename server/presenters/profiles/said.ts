import type { FilterField } from '../../../indexer/engine/engine.ts'
import type { Generation } from '../../generations.ts'
import { facetLabel } from '../../labels.ts'
import type { SearchFilters, SearchRequest } from '../../search/request.ts'
import { addressOf, apiAddressOf } from '../../search/resultAddress.ts'
import { FEED_DEFAULTS, MEDIA_TYPES, RESULT_DEFAULTS } from '../../search/resultFormat.ts'
import type { SearchResult } from '../../search/searchRecord.ts'
import { searchRecord } from '../../search/searchRecord.ts'
import { presentHit } from '../hit.ts'
import type { Alternate } from '../pageHead.ts'
import { presentYears } from '../years.ts'

/** The latest paragraphs on a page that is about somebody or something. */
const LATEST = 5

/** What the record has under some filters: how much, when, and the latest of it, with the search of it all. */
export interface Said {
  readonly total: number
  readonly years: ReturnType<typeof presentYears>
  readonly latest: readonly ReturnType<typeof presentHit>[]
  readonly href: string
  readonly facets: SearchResult['facets']
  readonly filters: SearchFilters
}

/** Everything of it in one call of the engine. */
export async function findSaid(generation: Generation, filters: SearchFilters): Promise<Said> {
  const result = await searchRecord(generation, { ...searchOf(filters), size: LATEST })
  return {
    total: result.total,
    years: presentYears(
      result.facets.year,
      filters,
      (narrowed) => addressOf(searchOf(narrowed)),
      generation.engine.facetValues('year'),
    ),
    latest: result.results.map(presentHit),
    href: addressOf(searchOf(filters)),
    facets: result.facets,
    filters,
  }
}

/** How much of it one value of a field has, with the search of that. */
export interface Share {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly href: string
}

/** The values of a field that have most of it. @param most how many at most */
export function sharesOf(
  { facets, filters }: Pick<Said, 'facets' | 'filters'>,
  field: FilterField,
  most: number,
  names: Generation,
): readonly Share[] {
  return facets[field].slice(0, most).map(({ value, count }) => ({
    value,
    label: facetLabel(field, value, names),
    count,
    href: addressOf(searchOf({ ...filters, [field]: [value] })),
  }))
}

/** What is new of it, as a feed. @param subject what it is about, within a sentence */
export function feedOf(filters: SearchFilters, subject: string): Alternate {
  return {
    type: MEDIA_TYPES.atom,
    title: `What is new on record ${subject}, as a feed`,
    href: apiAddressOf({ ...searchOf(filters), ...FEED_DEFAULTS }, 'atom'),
  }
}

/** The same page for programs. */
export function jsonOf(href: string): Alternate {
  return { type: MEDIA_TYPES.json, title: 'This page as JSON', href }
}

function searchOf(filters: SearchFilters): SearchRequest {
  return {
    q: '',
    match: 'any',
    filters,
    sort: 'newest',
    copies: 'one',
    notAlso: [],
    page: 1,
    size: RESULT_DEFAULTS.size,
  }
}
