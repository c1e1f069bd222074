import type { RecordPlace } from '../../../corpus/model/register.ts'
import type { MeetingSummary } from '../../../corpus/store/meetings.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import type { Generation } from '../../generations.ts'
import type { Names } from '../../labels.ts'
import { paragraphPath, pathTo } from '../../paths.ts'
import type { FoundEntries } from '../../register/findEntries.ts'
import { shownEntries } from '../../register/findEntries.ts'
import { apiEntryAddress, apiListAddress, entryAddress } from '../../register/listAddress.ts'
import type { EntryOf, ListField, ListName } from '../../register/registerLists.ts'
import { LIST_FIELDS, stageOf } from '../../register/registerLists.ts'
import type { AsOf } from './rows.ts'
import { standingOn } from './rows.ts'
import { valueLabel } from './words.ts'

// The register as JSON. Addresses in it are absolute, from the configured base.

export function presentList<Name extends ListName>(
  found: FoundEntries<Name>,
  generation: Generation,
  baseUrl: string,
) {
  const { name, request, entries, facets } = found
  const { q, filters, from, to, dueFrom, dueTo, asOf, sort, page, size } = request
  const fields: readonly ListField[] = LIST_FIELDS[name]
  return {
    list: name,
    query: { text: q, filters, from, to, dueFrom, dueTo, sort },
    asOf,
    total: entries.length,
    page,
    next:
      page * size >= entries.length
        ? null
        : baseUrl + apiListAddress(name, { ...request, page: page + 1 }, 'json'),
    results: shownEntries(found).map((entry) => presentEntry(name, entry, request, generation, baseUrl)),
    facets: Object.fromEntries(
      fields.map((field) => [
        field,
        (facets[field] ?? []).map(({ value, count }) => ({
          value,
          label: valueLabel(field, value, generation),
          count,
        })),
      ]),
    ),
  }
}

type JsonOf = {
  readonly [Name in ListName]: (entry: EntryOf<Name>, json: JsonContext) => object
}

interface JsonContext {
  readonly asOf: AsOf
  readonly generation: Generation
  readonly baseUrl: string
}

const JSON_OF: JsonOf = {
  commitments: (entry, { asOf, generation, baseUrl }) => {
    const { meetingsSince, possibleSince, discharge, latestUpdate, lastMention, states, isDueBeforeMade } =
      standingOn(entry, asOf, generation)
    const placed = placer(generation, baseUrl)
    return {
      ...placed(entry),
      restatements: entry.restatements.map(placed),
      links: entry.links.map(placed),
      standing: {
        asOf: asOf.asOf,
        states,
        discharge: discharge && placed(discharge),
        latestUpdate: latestUpdate && placed(latestUpdate),
        lastMention: lastMention && placed(lastMention),
        isDueBeforeMade,
        meetingsSince: meetingsSince.map(presentMeeting),
        possibleSince,
      },
    }
  },
  decisions: (entry, { asOf, generation, baseUrl }) => ({
    ...placer(generation, baseUrl)(entry),
    reports: entry.reports.map((report) => ({
      ...report,
      url: baseUrl + pathTo('document', report.documentId),
    })),
    related: entry.related.map((other) => ({
      ...other,
      url: baseUrl + entryUrl('decisions', other.id, asOf),
    })),
  }),
  questions: (entry, { generation, baseUrl }) => placer(generation, baseUrl)(entry),
  requests: (entry, { generation, baseUrl }) => {
    const placed = placer(generation, baseUrl)
    return {
      ...placed(entry),
      answer: entry.answer && placed(entry.answer),
      steps: entry.steps.map(placed),
      stage: stageOf(entry),
    }
  },
  figures: (entry, { generation, baseUrl }) => ({
    ...entry,
    points: entry.points.map(placer(generation, baseUrl)),
  }),
}

/** An entry as it stood on a day, everything in it with its place. */
export function presentEntry<Name extends ListName>(
  name: Name,
  entry: EntryOf<Name>,
  asOf: AsOf,
  generation: Generation,
  baseUrl: string,
) {
  return {
    ...JSON_OF[name](entry, { asOf, generation, baseUrl }),
    url: baseUrl + entryUrl(name, entry.id, asOf),
    apiUrl: baseUrl + apiEntryAddress(name, entry.id, asOf.isAsOfGiven ? asOf.asOf : undefined),
  }
}

const entryUrl = (name: ListName, id: string, { asOf, isAsOfGiven }: AsOf): string =>
  entryAddress(name, id, isAsOfGiven ? asOf : undefined)

/** Adds to words of the record what their place is called. */
function placer({ places }: Pick<Names, 'places'>, baseUrl: string) {
  return <Placed extends RecordPlace>(placed: Placed) => {
    const part = places.parts.get(placeKey(placed.documentId, placed.part))
    const document = places.documents.get(placed.documentId)
    return {
      ...placed,
      paragraphUrl: baseUrl + paragraphPath(placed.paragraphId),
      document: document
        ? { ...document, url: baseUrl + pathTo('document', document.id) }
        : { id: placed.documentId },
      meeting: part?.meeting ?? null,
      itemTitle:
        placed.item === null
          ? null
          : (places.items.get(placeKey(placed.documentId, placed.item))?.title ?? null),
    }
  }
}

export const presentMeeting = ({ id, title, body, date }: MeetingSummary) => ({ id, title, body, date })
