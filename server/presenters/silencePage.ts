import { formatDate } from '../../corpus/model/formatDate.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'
import { counted } from '../counted.ts'
import type { Generation } from '../generations.ts'
import { facetLabel } from '../labels.ts'
import { PATHS, withQuery } from '../paths.ts'
import { today } from '../register/listRequest.ts'
import type { LastMention, MentionRequest } from '../search/lastMention.ts'
import { presentContext } from './api.ts'
import { presentPlace } from './hit.ts'
import { presentMeeting } from './register/entryJson.ts'
import { meetingsInWords } from './register/standing.ts'
import type { PageHead } from './pageHead.ts'

/** The address that gives the same finding again: it carries the day, and the mark of what was searched. */
function citationAddress({ request, scope }: LastMention, path: string): string {
  const { q, bodies, asOf } = request
  return withQuery(path, { q, body: bodies, asOf, scope: scope.mark })
}

/** The address of the question, with the day where it is not asked of today. */
function lastingAddress({ q, bodies, asOf }: MentionRequest): string {
  return withQuery(PATHS.silence, { q: q.trim(), body: bodies, asOf: asOf === today() ? undefined : asOf })
}

/** When words were last mentioned, as a page. */
export function presentSilencePage(found: LastMention, generation: Generation, baseUrl: string) {
  const { request, analysis, last, searched, silent, scope } = found
  return {
    ...presentSilenceForm(request, generation),
    finding: findingOf(found),
    isSilent: silent.length > 0,
    last: last && { ...presentPlace(last), text: last.paragraph.text },
    searchHref: withQuery(PATHS.search, { q: request.q, match: 'all', body: request.bodies }),
    total: found.total,
    remarks: remarksOf(found),
    fault: analysis.fault,
    also: analysis.expansions.map(({ to }) => to),
    searched: `${counted(scope.documents, 'document')} of ${meetingsOfBodies(searched)}`,
    meetings: silent.map(({ title, isRecorded }) => ({ title, isRecorded })),
    hasChanged: request.citedScope !== null && request.citedScope !== scope.mark,
    address: baseUrl + citationAddress(found, PATHS.silence),
    jsonHref: citationAddress(found, PATHS.apiSilence),
  }
}

/** The form alone, before anything is looked for. */
export function presentSilenceForm(request: MentionRequest, { collection, places }: Generation) {
  return {
    head: {
      title: request.q.trim() === '' ? 'When was it last mentioned?' : `${request.q} - last mention`,
      description:
        'When words were last mentioned, and in which meetings not since: a finding that can be cited.',
      path: lastingAddress(request),
      section: 'search',
      crumbs: [],
      here: 'Last mention',
    } satisfies PageHead,
    q: request.q,
    asOf: formatDate(request.asOf),
    asOfDay: request.asOf,
    bodies: collection.bodies.map(({ id }) => ({
      value: id,
      label: facetLabel('body', id, { collection, places }),
      isChosen: request.bodies.includes(id),
    })),
  }
}

function findingOf({ request, last, searched, silent }: LastMention): string {
  const what = `\u201c${request.q.trim()}\u201d`
  if (searched.length === 0) return `This collection has no meeting to look for ${what} in.`
  if (silent.length === 0 && last !== null)
    return `${what} was last mentioned here: ${presentPlace(last).where}. The collection has no later meeting that was searched.`
  const since = last === null ? '' : ' since the last mention'
  return `No mention of ${what} in ${meetingsInWords(silent)}${since}.`
}

function remarksOf({ undated, silent, analysis }: LastMention): string[] {
  const tabled = silent.filter(({ isRecorded }) => !isRecorded).length
  return [
    ...(analysis.query.words.length < 2
      ? []
      : [
          'A mention is a paragraph that has all of these words, itself or in its headings, in whatever form and order. Words in quotation marks are looked for as they stand.',
        ]),
    ...(tabled === 0
      ? []
      : [
          `Of ${tabled === 1 ? 'one of these meetings' : `${tabled} of these meetings`} the collection has no minutes, only what was tabled.`,
        ]),
    ...(undated === 0
      ? []
      : [
          `${undated === 1 ? 'One paragraph' : `${undated.toLocaleString('en-GB')} paragraphs`} with these words ${undated === 1 ? 'has' : 'have'} no date that tells whether it is of these days, and ${undated === 1 ? 'is' : 'are'} not counted.`,
        ]),
    ...analysis.remarks,
  ]
}

function meetingsOfBodies(meetings: readonly MeetingSummary[]): string {
  return meetings.length === 0 ? 'no meeting' : meetingsInWords(meetings)
}

export function presentSilence(found: LastMention, baseUrl: string) {
  const { request, analysis, last, total, undated, searched, silent, scope } = found
  return {
    query: {
      text: request.q,
      bodies: request.bodies,
      expansions: analysis.expansions.map(({ from, to }) => ({ from, to })),
    },
    asOf: request.asOf,
    finding: findingOf(found),
    total,
    undated,
    last: last && presentContext(last, baseUrl),
    silentMeetings: silent.map(presentMeeting),
    scope: {
      documents: scope.documents,
      meetings: searched.map(presentMeeting),
      mark: scope.mark,
      isAsCited: request.citedScope === null ? null : request.citedScope === scope.mark,
    },
    url: baseUrl + citationAddress(found, PATHS.silence),
  }
}
