import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'

/** What is known of a paragraph that is cited; null where the record does not tell. */
export interface CitedParagraph {
  readonly id: string
  /** Who published the document, or else the body whose document it is. */
  readonly author: string | null
  readonly documentTitle: string
  readonly documentDate: CalendarDate | null
  readonly partTitle: string
  /** The day that the paragraph is dated by. */
  readonly date: CalendarDate | null
  readonly item: { readonly number: string | null; readonly title: string } | null
  /** Its printed marker. */
  readonly label: string | null
  readonly page: string | null
  /** Its own page, whole. */
  readonly address: string
}

export interface Citations {
  readonly plain: string
  /** In three pieces, the second of which is the title that the style sets in italics. */
  readonly harvard: { readonly before: string; readonly title: string; readonly after: string }
  readonly bibtex: string
}

/** @param accessed the day on which the reader sees it, which one of the styles demands */
export function citationsOf(cited: CitedParagraph, accessed: CalendarDate): Citations {
  return {
    plain: plainCitation(cited),
    harvard: harvardCitation(cited, accessed),
    bibtex: bibtexEntry(cited),
  }
}

/** Who published what, where in it, and the address: what a reader needs to find the words again. */
function plainCitation(cited: CitedParagraph): string {
  const { author, documentTitle, address } = cited
  return `${[author, `"${documentTitle}"`, ...placesOf(cited)].filter(Boolean).join(', ')}. ${address}`
}

/** As universities in Britain teach it; of no date it says so. */
function harvardCitation(cited: CitedParagraph, accessed: CalendarDate): Citations['harvard'] {
  const { author, documentTitle, address } = cited
  const year = `(${yearOf(cited) ?? 'no date'})`
  const after = [...placesOf(cited)].map((place) => `, ${place}`).join('')
  const available = `. Available at: ${address} (Accessed: ${formatDate(accessed)}).`
  return author === null
    ? { before: '', title: documentTitle, after: ` ${year}${after}${available}` }
    : { before: `${author} ${year} `, title: documentTitle, after: `${after}${available}` }
}

function bibtexEntry(cited: CitedParagraph): string {
  const { id, author, documentTitle, address } = cited
  const [year, month, day] = publishedOn(cited)?.split('-') ?? []
  const note = placesOf(cited).join(', ')
  const fields = [
    // The second pair of braces keeps a body's name whole, and a title's capitals.
    author === null ? null : `author = {{${escapeBibtex(author)}}}`,
    `title = {{${escapeBibtex(documentTitle)}}}`,
    year === undefined ? null : `year = {${year}}`,
    month === undefined ? null : `month = ${BIBTEX_MONTHS[Number(month) - 1] ?? ''}`,
    day === undefined ? null : `day = {${Number(day)}}`,
    note === '' ? null : `note = {${escapeBibtex(note)}}`,
    `url = {${address}}`,
  ]
  return `@misc{${bibtexKey(id)},\n${fields
    .filter((field) => field !== null)
    .map((field) => `  ${field}`)
    .join(',\n')}\n}`
}

/** The part, its day, the item, the paragraph and the page, as far as they are known and say something new. */
function placesOf(cited: CitedParagraph): string[] {
  const { documentTitle, partTitle, date, item, label, page } = cited
  const isDated = date === null || partTitle.includes(formatDate(date))
  const places = [
    partTitle === documentTitle ? null : partTitle,
    isDated ? null : formatDate(date),
    item === null ? null : `item ${[item.number, item.title].filter(Boolean).join(' ')}`,
    label !== null && /\w/.test(label) ? `paragraph ${label.replace(/[.)]$/, '')}` : null,
    page === null ? null : `page ${page}`,
  ]
  return places.filter((place) => place !== null)
}

const publishedOn = ({ documentDate, date }: CitedParagraph): CalendarDate | null => documentDate ?? date

const yearOf = (cited: CitedParagraph): string | null => publishedOn(cited)?.slice(0, 'YYYY'.length) ?? null

const BIBTEX_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const BIBTEX_SPECIALS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces even after a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeBibtex(text: string): string {
  return text.replace(/[\\{}~^$&#%_]/g, (sign) => BIBTEX_SPECIALS[sign] ?? `\\${sign}`)
}

/** A key has neither white space nor a sign of BibTeX's own. */
function bibtexKey(id: string): string {
  return id.replace(/[^\w.:-]+/g, '-')
}
