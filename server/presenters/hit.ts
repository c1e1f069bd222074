import type { ParagraphKind } from '../../corpus/model/paragraph.ts'
import type { PartKind } from '../../corpus/model/part.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Hit } from '../../indexer/engine/engine.ts'
import { anchorOf, paragraphAnchor, paragraphPath, pathTo } from '../paths.ts'
import type { Result } from '../search/searchRecord.ts'
import { kindInWords } from '../labels.ts'

/** Where a paragraph stands and who speaks in it, in words. */
export function presentPlace(context: ParagraphInContext) {
  const { paragraph, people, copies, document, part, item, meeting, date } = context
  const heading = [...new Set(item ? [...paragraph.headings, item.title] : paragraph.headings)]
  const day = date === null ? null : formatDate(date)
  const where = meeting?.title ?? [document.title, day ?? ''].filter(Boolean).join(', ')
  return {
    id: paragraph.id,
    anchor: anchorOf(paragraph.id),
    href: paragraphPath(paragraph.id),
    inDocument: paragraphAnchor(document.id, paragraph.id),
    similarHref: pathTo('similar', paragraph.id),
    kind: paragraph.kind,
    kindLabel: kindInWords(paragraph.kind),
    kinds: bothKinds(part.kind, paragraph.kind),
    label: paragraph.label,
    page: paragraph.page,
    title: heading[0] ?? part.title,
    /** The title with the paragraph's own number; a mere mark of a list is none. */
    numberedTitle: [heading[0] ?? part.title, numberIn(paragraph.label)].filter(Boolean).join(', '),
    path: heading.slice(1).join(' \u203a '),
    number: item?.number ?? null,
    speakers: paragraph.speakers.map(({ role, name }, index) =>
      speakerLabel(role, name ?? people[index]?.name ?? null),
    ),
    where,
    /** Its day, where `where` does not tell it. */
    date: day === null || where.includes(day) ? null : day,
    meetingHref: meeting === null ? null : pathTo('meeting', meeting.id),
    partTitle: part.title,
    document: document.title,
    copies: copies.map((copy) => ({ title: copy.document.title, href: paragraphPath(copy.id) })),
    topics: paragraph.topics,
  }
}

/** `Minutes`, or `Minutes, decision` where the paragraph is more than running text. */
function bothKinds(part: PartKind, paragraph: ParagraphKind): string {
  const isRunning = paragraph === 'text' || paragraph === 'list_item'
  return kindInWords([part, ...(isRunning ? [] : [paragraph])].join(', '))
}

/** A search result, ready to print. `html` is escaped, save for its marks. */
export function presentHit(result: Result) {
  return {
    ...presentPlace(result),
    html: result.snippet.html,
    missing: result.missing,
    foundBy: foundBy(result),
  }
}

/** What found a paragraph in whose own text nothing of the query stands; null where something does, or nothing was sought. */
export function foundBy({ matched }: Pick<Hit, 'matched'>): string | null {
  if (matched.length === 0 || matched.includes('text')) return null
  const isUnderWords = matched.includes('heading') || matched.includes('meeting')
  const reasons = [
    ...(isUnderWords ? ['its heading or meeting'] : []),
    ...(matched.includes('speaker') ? ['who speaks'] : []),
  ]
  return `found by ${reasons.join(' and by ')}`
}

/** `5.` as 5; null for what only marks a point of a list, as a dash does, or the letter o that stands for a bullet. */
function numberIn(label: string | null): string | null {
  const bare = label?.replace(/[.)]+$/, '') ?? ''
  return /[\p{L}\p{N}]/u.test(bare) && bare !== 'o' ? bare : null
}

function speakerLabel(role: string, name: string | null): string {
  return name === null ? role : `${name}, ${role}`
}
