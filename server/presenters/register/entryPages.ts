import { formatDate } from '../../../corpus/model/formatDate.ts'
import type {
  CommitmentEntry,
  CommitmentLink,
  DecisionEntry,
  FigureEntry,
  Link,
  QuestionEntry,
  Quote,
  RequestEntry,
  RequestStep,
} from '../../../corpus/model/register.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import type { Generation } from '../../generations.ts'
import { sentenceCase } from '../../labels.ts'
import { paragraphPath, partAddress, PATHS } from '../../paths.ts'
import { apiEntryAddress, entryAddress, LIST_PATHS } from '../../register/listAddress.ts'
import type { EntryOf, ListName } from '../../register/registerLists.ts'
import { stageOf } from '../../register/registerLists.ts'
import { presentSeriesChart } from './seriesChart.ts'
import { presentEntryPlace } from './entryPlace.ts'
import { figureTitle, periodInWords, valueInWords } from './figureWords.ts'
import type { AsOf } from './rows.ts'
import {
  askerInWords,
  elapsedInWords,
  moversInWords,
  ownersInWords,
  partyInWords,
  presentRow,
  standingOn,
} from './rows.ts'
import { quotationNode } from '../schemaNodes.ts'
import type { PageHead } from '../pageHead.ts'
import { presentStanding } from './standing.ts'
import { LIST_WORDS, valueLabel } from './words.ts'

interface PageContext {
  readonly asOf: AsOf
  readonly generation: Generation
}

type PageOf = {
  readonly [Name in ListName]: (entry: EntryOf<Name>, context: PageContext) => { readonly title: string }
}

const PAGE_OF: PageOf = {
  commitments: commitmentPage,
  decisions: decisionPage,
  questions: questionPage,
  requests: requestPage,
  figures: figurePage,
}

/** The page of one entry of the register, as it stood on a day. */
export function presentEntryPage<Name extends ListName>(
  name: Name,
  entry: EntryOf<Name>,
  asOf: AsOf,
  generation: Generation,
  baseUrl: string,
) {
  const page = PAGE_OF[name](entry, { asOf, generation })
  return {
    head: headOf(name, entry, page.title, generation),
    listTitle: LIST_WORDS[name].title,
    listHref: PATHS[LIST_PATHS[name].page],
    asOf: formatDate(asOf.asOf),
    address: baseUrl + entryAddress(name, entry.id, asOf.asOf),
    jsonHref: apiEntryAddress(name, entry.id, asOf.isAsOfGiven ? asOf.asOf : undefined),
    topics: entry.topics,
    ...page,
  }
}

function headOf<Name extends ListName>(
  name: Name,
  entry: EntryOf<Name>,
  title: string,
  { places }: Generation,
): PageHead {
  // A figure is several quotations: its latest speaks for it.
  const quote: Quote | undefined = 'points' in entry ? entry.points.at(-1) : entry
  const path = entryAddress(name, entry.id, undefined)
  const document = quote && places.documents.get(quote.documentId)
  return {
    title,
    description: quote?.text ?? title,
    path,
    section: 'register',
    crumbs: [{ label: LIST_WORDS[name].title, href: PATHS[LIST_PATHS[name].page] }],
    kind: 'article',
    about: (absolute) =>
      quote && document
        ? [quotationNode({ text: quote.text, path, speakers: [], date: quote.date, document }, absolute)]
        : [],
  }
}

/** Words of the record with their place. */
function presentQuote(quote: Quote, { generation }: PageContext) {
  return { text: quote.text, ...presentEntryPlace(quote, generation) }
}

/** What a later passage does with a commitment. */
export const LINK_WORDS: Readonly<Record<CommitmentLink['kind'], string>> = {
  update: 'Update',
  discharge: 'Discharged',
  mention: 'Mentioned',
}

function commitmentPage(entry: CommitmentEntry, context: PageContext) {
  const { generation, asOf } = context
  const standing = standingOn(entry, asOf, generation)
  const place = presentEntryPlace(entry, generation)
  const isOwn = (link: CommitmentLink): boolean =>
    link.paragraphId === entry.paragraphId && link.text === entry.text
  const asserted = entry.links.filter(({ isAsserted }) => isAsserted)
  const own = asserted.find(isOwn)
  const made = {
    title: own ? LINK_WORDS[own.kind] : entry.isOpened ? 'Made' : 'First on record',
    date: place.date,
    quotes: [entry, ...entry.restatements].map((quote) => presentQuote(quote, context)),
    evidence: own ? sentenceCase(own.evidence.join('; ')) : null,
  }
  const events = asserted.filter((link) => !isOwn(link))
  return {
    title: `${ownersInWords(entry)}: ${entry.kind} of ${place.where}`,
    heading: entry.kind === 'action' ? 'Action' : 'Commitment',
    owners: ownersInWords(entry),
    toWhom: entry.toWhom,
    person: entry.personId === null ? null : (generation.places.people.get(entry.personId) ?? null),
    status: entry.status,
    made: place,
    standing: presentStanding(entry, standing, generation),
    timeline: [
      made,
      ...events.map((link) => ({ ...presentLink(link, context), title: LINK_WORDS[link.kind] })),
    ],
    possible: possibleOf(entry.links, context),
    meetingsSince: standing.meetingsSince.map(({ title }) => title),
  }
}

/** A later passage with the reason for which it is held to belong here. */
function presentLink(link: Link, context: PageContext) {
  const quote = presentQuote(link, context)
  return { date: quote.date, quotes: [quote], evidence: evidenceInWords(link), openingText: link.openingText }
}

function possibleOf(links: readonly Link[], context: PageContext) {
  return links.filter(({ isAsserted }) => !isAsserted).map((link) => presentLink(link, context))
}

function evidenceInWords({ evidence, strength }: Link): string {
  return `Why: ${evidence.join('; ')} (strength ${Math.round(100 * strength)} of 100)`
}

function decisionPage(entry: DecisionEntry, context: PageContext) {
  const { generation, asOf } = context
  const place = presentEntryPlace(entry, generation)
  const others = entry.related.flatMap((related) => {
    const other = generation.register.lists.decisions.byId.get(related.id)
    return other
      ? [
          {
            ...presentRow('decisions', other, asOf, generation),
            evidence: related.evidence.join('; '),
            date: other.date,
          },
        ]
      : []
  })
  return {
    title: `${valueLabel('kind', entry.kind, generation)}: ${place.title}, ${place.where}`,
    kind: valueLabel('kind', entry.kind, generation),
    quote: presentQuote(entry, context),
    movers: moversInWords(entry),
    votes: entry.votes,
    matter: entry.matter,
    reports: entry.reports.map(({ documentId, part, title }) => ({
      title,
      href: partAddress(documentId, part),
      document: generation.places.documents.get(documentId)?.title ?? documentId,
      meeting: generation.places.parts.get(placeKey(documentId, part))?.meeting?.title ?? null,
    })),
    earlier: others.filter(({ date }) => isEarlier(date, entry.date)),
    later: others.filter(({ date }) => isEarlier(entry.date, date)),
    undated: others.filter(({ date }) => !isEarlier(date, entry.date) && !isEarlier(entry.date, date)),
    supersededBy: entry.supersededBy && {
      text: entry.supersededBy.text,
      href: entryAddress('decisions', entry.supersededBy.id, asOf.isAsOfGiven ? asOf.asOf : undefined),
      paragraphHref: paragraphPath(entry.supersededBy.paragraphId),
    },
  }
}

function isEarlier(date: string | null, than: string | null): boolean {
  return date !== null && than !== null && date < than
}

function questionPage(entry: QuestionEntry, context: PageContext) {
  const { generation } = context
  const place = presentEntryPlace(entry, generation)
  const [answerParagraph] = entry.answerParagraphIds
  return {
    title: `${askerInWords(entry)}, ${place.where}`,
    form: valueLabel('form', entry.form, generation),
    asker: askerInWords(entry),
    question: presentQuote(entry, context),
    reply: valueLabel('reply', entry.reply, generation),
    answerer: entry.answerer === null ? null : partyInWords(entry.answerer),
    answer: entry.answer,
    answerHref: answerParagraph === undefined ? null : paragraphPath(answerParagraph),
    supplementaries: entry.supplementaries.map(({ text, answer, paragraphId }) => ({
      text,
      answer,
      href: paragraphPath(paragraphId),
    })),
  }
}

const STEP_WORDS: Readonly<Record<RequestStep['kind'], string>> = {
  programmed: 'On the work programme',
  tabled: 'Before a meeting',
  decided: 'Decided',
}

function requestPage(entry: RequestEntry, context: PageContext) {
  const { generation } = context
  const place = presentEntryPlace(entry, generation)
  const requester = partyInWords(entry.requester) || 'The record does not say who asked'
  const made = {
    title: 'Asked for',
    date: place.date,
    quotes: [presentQuote(entry, context)],
    evidence: null,
  }
  const steps = entry.steps.filter(({ isAsserted }) => isAsserted)
  return {
    title: `${requester} asked for a report, ${place.where}`,
    requester,
    askedOf: entry.askedOf,
    dueText: entry.dueText,
    stage: { state: stageOf(entry), label: valueLabel('stage', stageOf(entry), generation) },
    timeline: [
      made,
      ...(entry.answer === null ? [] : [replyAtOnce(entry.answer, context)]),
      ...steps.map((step) => ({
        ...presentLink(step, context),
        title: `${STEP_WORDS[step.kind]}${elapsedInWords(entry, step)}`,
      })),
    ],
    possible: possibleOf(entry.steps, context),
  }
}

function replyAtOnce(answer: Quote, context: PageContext) {
  const quote = presentQuote(answer, context)
  return { title: 'Replied to at the meeting', date: quote.date, quotes: [quote], evidence: null }
}

function figurePage(entry: FigureEntry, context: PageContext) {
  const { generation } = context
  const points = entry.points.map((point) => ({
    ...presentQuote(point, context),
    value: valueInWords(point),
    period: periodInWords(point),
    periodWords: point.period?.words ?? null,
  }))
  const periods = points.map(({ period }) => period)
  return {
    title: figureTitle(entry),
    unit: valueLabel('unit', entry.unit, generation),
    chart: presentSeriesChart(entry),
    points: points.map((point) => ({
      ...point,
      isConflicting:
        point.period !== '' &&
        points.some((other) => other.period === point.period && other.value !== point.value),
    })),
    hasUndated: periods.includes(''),
  }
}
