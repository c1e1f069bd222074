import type { DocumentOutline } from '../../corpus/store/documents.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { anchorOf, partAnchor, PATHS, pathTo } from '../paths.ts'
import type { Highlighter } from '../search/highlight.ts'
import type { SearchRequest, SoughtFor } from '../search/request.ts'
import { addressOf, pageParameters, readerAddress } from '../search/resultAddress.ts'
import type { DocumentSearch } from '../search/searchDocument.ts'
import { missingWords } from '../search/searchRecord.ts'
import { makeSnippet, markUp } from '../search/snippet.ts'
import { presentDocumentFacts } from './documentPages.ts'
import { filterChips } from './filterChips.ts'
import { foundBy, presentPlace } from './hit.ts'
import type { Names } from '../labels.ts'
import { sentenceCase } from '../labels.ts'
import { presentOtherMatch } from './otherMatch.ts'
import type { PageHead } from './pageHead.ts'
import type { AddressWith } from './queryReading.ts'
import { narrowingChips, presentReading } from './queryReading.ts'
import { reportNode } from './schemaNodes.ts'

/** Some three lines of the list beside the text. */
const LONGEST_LIST_SNIPPET = 140

/** A whole document for reading: parts, items, and every paragraph under an anchor, with the hits of a search in it. */
export function presentReader(
  { document, parts, items }: DocumentOutline,
  paragraphs: readonly ParagraphInContext[],
  found: DocumentSearch,
  names: Names,
) {
  const shown = presentParagraphs(paragraphs, found)
  const byPart = groupBy(shown, ({ part }) => part)
  const byItem = groupBy(shown, ({ item }) => item)
  const itemsByPart = groupBy(items, ({ part }) => part)
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
    q: request.q,
    carried: carriedFields(request),
    search: isSearch(request) ? presentSearch(document.id, found, names) : null,
    hits: shown.filter(({ hit }) => hit !== null),
    parts: parts.map(({ index, title, kind }) => ({
      id: partAnchor(index),
      title,
      kind: sentenceCase(kind.replaceAll('_', ' ')),
      items: (itemsByPart.get(index) ?? []).map((item) => ({
        number: item.number,
        title: item.title,
        href: `#${byItem.get(item.index)?.[0]?.anchor ?? partAnchor(index)}`,
      })),
      paragraphs: byPart.get(index) ?? [],
    })),
  }
}

/** The paragraphs in reading order, the hits among them each with the way to its neighbours. */
function presentParagraphs(
  paragraphs: readonly ParagraphInContext[],
  { hits, highlighter, analysis }: DocumentSearch,
) {
  const found = paragraphs.flatMap(({ paragraph }) =>
    hits.has(paragraph.id) ? [anchorOf(paragraph.id)] : [],
  )
  let position = 0
  return paragraphs.map((context, index) => {
    const hit = hits.get(context.paragraph.id)
    const paragraph = { ...presentReaderParagraph(context), position: index + 1 }
    if (!hit) return { ...paragraph, hit: null }
    position++
    const reason = foundBy(hit)
    return {
      ...paragraph,
      hit: {
        ...presentMarks(context.paragraph, reason === null ? highlighter : noMarks),
        position,
        missing: missingWords(hit, analysis.query),
        foundBy: reason === null ? null : sentenceCase(reason),
        previous: found[position - 2] ?? null,
        next: found[position] ?? null,
      },
    }
  })
}

const noMarks: Highlighter = () => []

function presentReaderParagraph(context: ParagraphInContext) {
  const { part, item, text, kind } = context.paragraph
  const { anchor, href, label, number, title, speakers } = presentPlace(context)
  const isItem = kind === 'heading' && context.item !== null && text.startsWith(context.item.title)
  return { anchor, href, label, number, title, speakers, part, item, text, kind, isItem }
}

/** A paragraph whole and in short, escaped save for its marks. */
function presentMarks(paragraph: ParagraphInContext['paragraph'], highlighter: Highlighter) {
  const marks = highlighter(paragraph.text)
  return {
    html: markUp(
      paragraph.text,
      marks.map(({ start, end }) => [start, end]),
    ),
    snippet: makeSnippet(paragraph, () => marks, LONGEST_LIST_SNIPPET).html,
  }
}

/** What was searched for, and the ways out of it. */
function presentSearch(documentId: string, found: DocumentSearch, names: Names) {
  const { request, analysis, total } = found
  const address: AddressWith = (changed) => readerAddress(documentId, { ...request, ...changed, page: 1 })
  const { document: _within, ...filters } = request.filters
  return {
    summary: `${total.toLocaleString('en-GB')} ${total === 1 ? 'hit' : 'hits'}`,
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

function groupBy<Key, Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return groups
}
