import type { Acronym } from '../../corpus/model/acronym.ts'
import type { Doubt } from '../../corpus/model/doubt.ts'
import type { PublishedDocument } from '../../corpus/model/document.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { ParagraphKind } from '../../corpus/model/paragraph.ts'
import type { Part } from '../../corpus/model/part.ts'
import type { DocumentOutline } from '../../corpus/store/documents.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { placeKey } from '../../corpus/store/places.ts'
import { counted } from '../counted.ts'
import type { Generation } from '../generations.ts'
import { groupedBy } from '../groupedBy.ts'
import type { Names } from '../labels.ts'
import { shortened } from '../shortened.ts'
import { kindInWords, sentenceCase } from '../labels.ts'
import { anchorOf, paragraphPath, partAnchor, PATHS, pathTo } from '../paths.ts'
import type { SearchRequest, SoughtFor } from '../search/request.ts'
import { addressOf, pageParameters, readerAddress } from '../search/resultAddress.ts'
import type { DocumentSearch } from '../search/searchDocument.ts'
import { missingWords } from '../search/searchRecord.ts'
import { makeSnippet } from '../search/snippet.ts'
import { presentDocumentFacts } from './documentPages.ts'
import { filterChips } from './filterChips.ts'
import { foundBy, presentPlace } from './hit.ts'
import { markedText } from './markedText.ts'
import { presentOtherMatch } from './otherMatch.ts'
import type { PageHead } from './pageHead.ts'
import type { AddressWith } from './queryReading.ts'
import { narrowingChips, presentReading } from './queryReading.ts'
import { reportNode } from './schemaNodes.ts'
import { ShortForms } from './shortForms.ts'
import { presentSpeakers } from './speakers.ts'

/** Some three lines of the list beside the text. */
const LONGEST_LIST_SNIPPET = 140
/**
 * Lines of text that make some two screens: a stretch far from the screen is not laid out by the browser, and what it is
 * then held to be high of is in the stylesheet.
 */
const STRETCH_LINES = 55
const LINE_CHARACTERS = 60
/** What stands between two paragraphs, in lines. */
const GAP_LINES = 0.7

/** A document as it is read: what it is divided into, its paragraphs, and what is known of it besides. */
export interface ReadDocument {
  readonly outline: DocumentOutline
  readonly paragraphs: readonly ParagraphInContext[]
  /** The acronyms that it explains itself. */
  readonly acronyms: readonly Acronym[]
  readonly doubts: readonly Doubt[]
}

/** A whole document for reading: parts, items, and every paragraph under an anchor, with the hits of a search in it. */
export function presentReader(read: ReadDocument, found: DocumentSearch, generation: ReaderKnowledge) {
  const { outline, paragraphs, acronyms, doubts } = read
  const { document, parts, items } = outline
  const shortForms = new ShortForms(acronyms, generation.collection.acronyms)
  const shown = presentParagraphs(paragraphs, found, shortForms, generation)
  const byPart = groupedBy(shown, ({ part }) => part)
  const byItem = groupedBy(shown, ({ item }) => item)
  const itemsByPart = groupedBy(items, ({ part }) => part)
  const { request } = found
  return {
    head: {
      title: request.q.trim() === '' ? document.title : `${request.q} - ${document.title}`,
      description: `${document.title}, paragraph by paragraph, with who speaks, what was decided and links to cite.`,
      path: pathTo('document', document.id),
      section: 'documents',
      crumbs: [{ label: 'Documents', href: PATHS.documents }],
      here: document.title,
      kind: 'article',
      about: (absolute) => [reportNode(document, absolute)],
    } satisfies PageHead,
    document: presentDocumentFacts(document),
    facts: presentFacts(document, parts, generation),
    doubts: presentDoubts(doubts, paragraphs),
    q: request.q,
    carried: carriedFields(request),
    search: isSearch(request) ? presentSearch(document.id, found, generation) : null,
    hits: shown.flatMap(({ anchor, hit }) => (hit === null ? [] : [{ anchor, ...hit }])),
    parts: parts.map(({ index, title, kind, isDraft }) => ({
      id: partAnchor(index),
      title,
      kind: `${kindInWords(kind)}${isDraft ? ', draft' : ''}`,
      items: (itemsByPart.get(index) ?? []).map((item) => ({
        number: item.number,
        title: item.title,
        href: `#${byItem.get(item.index)?.[0]?.anchor ?? partAnchor(index)}`,
      })),
      stretches: inStretches(byPart.get(index) ?? []),
    })),
    shortForms: shortForms.listed(),
  }
}

/** What of a generation the page is made with. */
type ReaderKnowledge = Names & Pick<Generation, 'profiles'>

/** In pieces of about one height. */
function inStretches<Entry extends { readonly length: number }>(entries: readonly Entry[]): Entry[][] {
  const stretches: Entry[][] = []
  let lines = 0
  for (const entry of entries) {
    const height = Math.ceil(entry.length / LINE_CHARACTERS) + GAP_LINES
    const last = stretches.at(-1)
    lines += height
    if (last && lines <= STRETCH_LINES) last.push(entry)
    else {
      stretches.push([entry])
      lines = height
    }
  }
  return stretches
}

/** The paragraphs in reading order, the hits among them each with the way to its neighbours. */
function presentParagraphs(
  paragraphs: readonly ParagraphInContext[],
  { hits, highlighter, analysis }: DocumentSearch,
  shortForms: ShortForms,
  knowledge: ReaderKnowledge,
) {
  const found = paragraphs.flatMap(({ paragraph }) =>
    hits.has(paragraph.id) ? [anchorOf(paragraph.id)] : [],
  )
  const turns = new Turns()
  let position = 0
  return paragraphs.map((context, index) => {
    const { id, part, item, text, label, kind } = context.paragraph
    const hit = hits.get(id)
    const reason = hit ? foundBy(hit) : null
    const marks = hit && reason === null ? highlighter(text) : []
    const isHeading = kind === 'heading'
    const links = isHeading ? [] : shortForms.linksIn(text, `${part} ${item ?? ''}`)
    const turn = turns.next(context)
    const speakers = turn.isNewSpeaker ? presentSpeakers(context, knowledge) : []
    const sort = KINDS_IN_WORDS[kind] ?? null
    const paragraph = {
      part,
      item,
      anchor: anchorOf(id),
      href: paragraphPath(id),
      position: index + 1,
      length: text.length,
      label,
      html: markedText(
        text,
        marks.map(({ start, end }) => [start, end]),
        links,
      ),
      element: isHeading ? turn.heading : 'p',
      newPage: turn.newPage,
      sort,
      speakers,
      classes: [
        ...(kind === 'text' ? [] : [kind]),
        ...(hit ? ['hit'] : []),
        ...(sort !== null || speakers.length > 0 ? ['beside'] : []),
      ],
    }
    if (!hit) return { ...paragraph, hit: null }
    position++
    const { number, title, speakers: heard } = presentPlace(context)
    return {
      ...paragraph,
      hit: {
        number,
        title,
        speakers: heard,
        snippet: makeSnippet(context.paragraph, () => marks, LONGEST_LIST_SNIPPET).html,
        position,
        missing: missingWords(hit, analysis.query),
        foundBy: reason === null ? null : sentenceCase(reason),
        previous: found[position - 2] ?? null,
        next: found[position] ?? null,
      },
    }
  })
}

/** Our words for what stands off from the rest. */
const KINDS_IN_WORDS: Partial<Readonly<Record<ParagraphKind, string>>> = {
  decision: 'Decision',
  action: 'Action',
}

/** What changes from paragraph to paragraph as a document is read. */
class Turns {
  #part: number | null = null
  #item: number | null = null
  #isUnderItem = false
  #speakers = ''
  #page: string | null = null

  next({ paragraph, item }: ParagraphInContext): {
    readonly isNewSpeaker: boolean
    /** What the page is called that begins here; null where none does. */
    readonly newPage: string | null
    readonly heading: 'h3' | 'h4'
  } {
    if (paragraph.part !== this.#part || paragraph.item !== this.#item) this.#speakers = ''
    if (paragraph.part !== this.#part) this.#isUnderItem = false
    this.#part = paragraph.part
    this.#item = paragraph.item
    const speakers = JSON.stringify(paragraph.speakers)
    const isNewSpeaker = speakers !== this.#speakers
    this.#speakers = speakers
    const page = paragraph.pageLabel ?? paragraph.page?.toString() ?? null
    const newPage = page === this.#page ? null : page
    this.#page = page ?? this.#page
    const isItem = item !== null && paragraph.text.startsWith(item.title)
    if (isItem) this.#isUnderItem = true
    return { isNewSpeaker, newPage, heading: isItem || !this.#isUnderItem ? 'h3' : 'h4' }
  }
}

/** What is known of the document as a whole. Leaves out what is not known. */
function presentFacts(document: PublishedDocument, parts: readonly Part[], { collection, places }: Names) {
  const { id, body, date, kind, publisher, licence, sourceUrl, pages } = document
  const bodyId = collection.bodies.find(({ name }) => name === body)?.id
  const meetings = new Map(
    parts.flatMap(({ index }) => {
      const meeting = places.parts.get(placeKey(id, index))?.meeting
      return meeting ? [[meeting.id, { text: meeting.title, href: pathTo('meeting', meeting.id) }]] : []
    }),
  )
  const fact = (name: string, text: string | null, href: string | null = null) => ({
    name,
    values: text === null ? [] : [{ text, href }],
  })
  return [
    fact('Kind', sentenceCase(kind)),
    fact('Body', body, bodyId === undefined ? null : pathTo('body', bodyId)),
    fact('Date', date === null ? null : formatDate(date)),
    { name: meetings.size === 1 ? 'Meeting' : 'Meetings', values: [...meetings.values()] },
    fact('Publisher', publisher),
    fact('Licence', licence, licence !== null && isWebAddress(licence) ? licence : null),
    fact('Source', sourceUrl, sourceUrl !== null && isWebAddress(sourceUrl) ? sourceUrl : null),
    fact('Pages', pages?.toLocaleString('en-GB') ?? null),
  ].filter(({ values }) => values.length > 0)
}

/** Others, such as those of scripts, are shown and lead nowhere. */
const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text)

/** More are on the page of what was understood. */
const MOST_DOUBTS = 10
const DOUBT_EXCERPT = 90

function presentDoubts(doubts: readonly Doubt[], paragraphs: readonly ParagraphInContext[]) {
  const texts = new Map(paragraphs.map(({ paragraph }) => [paragraph.id, paragraph.text]))
  return {
    count: doubts.length,
    shown: doubts.slice(0, MOST_DOUBTS).map(({ text, paragraphId }) => {
      const words = paragraphId === null ? undefined : texts.get(paragraphId)
      return {
        text,
        place:
          paragraphId === null || words === undefined
            ? null
            : { href: `#${anchorOf(paragraphId)}`, text: shortened(words, DOUBT_EXCERPT) },
      }
    }),
  }
}

/** What was searched for, and the ways out of it. */
function presentSearch(documentId: string, found: DocumentSearch, names: Names) {
  const { request, analysis, total } = found
  const address: AddressWith = (changed) => readerAddress(documentId, { ...request, ...changed, page: 1 })
  const { document: _within, ...filters } = request.filters
  return {
    summary: counted(total, 'hit'),
    otherMatch: presentOtherMatch(found, (match) => address({ match })),
    reading: presentReading(analysis, request, address),
    chips: [
      ...filterChips(filters, names, (others) => address({ filters: others })),
      ...narrowingChips(analysis, request, address),
    ],
    resultsHref: addressOf(request),
    wholeRecordHref: addressOf({ ...request, filters, page: 1 }),
  }
}

function isSearch({ q, filters: { document: _within, ...filters } }: SoughtFor): boolean {
  return q.trim() !== '' || Object.keys(filters).length > 0
}

/** What the form on the page keeps of the search, as hidden fields. What is not wanted of a query goes with its words. */
function carriedFields(request: SearchRequest): { readonly name: string; readonly value: string }[] {
  const { q: _typed, notAlso: _unwanted, page: _page, ...kept } = pageParameters(request)
  return Object.entries(kept).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: one })),
  )
}
