import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Figure, FigurePeriod } from '../../corpus/model/figure.ts'
import type { Paragraph, ParagraphKind } from '../../corpus/model/paragraph.ts'
import type { PartKind } from '../../corpus/model/part.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import type { Quantity } from '../analysis/quantities.ts'
import { quantitiesIn } from '../analysis/quantities.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { StatedPeriod } from '../analysis/statedPeriods.ts'
import { statedPeriods } from '../analysis/statedPeriods.ts'
import { termsOfText } from '../analysis/terms.ts'
import type { PeriodHeader } from './figureTables.ts'
import { figuresOfRow, periodHeaderOf } from './figureTables.ts'
import type { Measure } from './measures.ts'
import { measureOfQuantity, populationAfter } from './measures.ts'

const STATING_KINDS: ReadonlySet<ParagraphKind> = new Set([
  'text',
  'list_item',
  'decision',
  'answer',
  'action',
])
/** They plan; what they number are items. */
const SILENT_PARTS: ReadonlySet<PartKind> = new Set(['agenda', 'work_programme'])
const SINCE = /\b(?:now|currently|since|to date)\b/i
const DIGIT = /\d/
/** Longer ones are tables that the file has lost. */
const LONGEST_SENTENCE = 900
const ROW_OF_NUMBERS = /\d[%)]? -?[£€]?\d[\d.,]*%? -?[£€]?\d/
/** Who asks, moves or supposes states nothing. */
const NOT_STATED =
  /\b(?:I|1|l) will (?:ask|move|propose)\b|^["\u201c']?(?:That|Would|When|What|How|Why|Will|Is|Are|Can|Could|Should) |\?["\u201d']?$|\bnotice of motion\b|\bcall(?:s|ed)? on\b/i
const NOT_STATED_BEFORE =
  /\b(?:asked|queried|questioned|enquired|inquired|wondered)\b[^.;]{0,120}\b(?:if|whether|what|how|why|when|where|which)\b|\b(?:could|should|might|may|if|unless|not|never|would like|e\.g|suggested|proposed that|requested|requesting|asked (?:that|for)|calling for|seek(?:s|ing)|potentially|potential|example)\b[^.;]{0,60}$|\bpropos(?:ed|ing)(?: \p{L}+){0,4} $/iu
/** What is hoped for is no state. */
const HOPED =
  /\b(?:hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|intend(?:s|ed)?|plan(?:s|ned)?|on (?:course|track)) to (?:\p{L}+ ){0,5}$|\b(?:target|goal|ambition|objective)s? (?:of|is|was|to|for|remains?|:)(?: \p{L}+){0,4} ?$/iu

/** The words before a list that its items are of, and how the items are marked. */
interface LeadIn {
  readonly period: FigurePeriod
  readonly part: number
  readonly ownMarks: string
  itemMarks: string | null
}

/** The quantities that a document states, with what they measure. */
export function findFigures(parsed: ParsedDocument): Figure[] {
  let leadIn: LeadIn | null = null
  let header: PeriodHeader | null = null
  return parsed.paragraphs.flatMap((paragraph) => {
    const part = parsed.parts[paragraph.part]
    if (!part || SILENT_PARTS.has(part.kind)) return []
    if (paragraph.kind === 'table_row') {
      const opening = periodHeaderOf(paragraph)
      header = opening ?? header
      return opening === null && header ? figuresOfRow(paragraph, header) : []
    }
    header = null
    const reference = part.date ?? (parsed.parts.length === 1 ? parsed.document.date : null)
    if (leadIn && !isUnder(leadIn, paragraph)) leadIn = null
    const inherited = leadIn?.period ?? null
    const period = periodOfLeadIn(paragraph.text, reference)
    if (period) leadIn = { period, part: paragraph.part, ownMarks: marksOf(paragraph), itemMarks: null }
    if (!DIGIT.test(paragraph.text) || !STATING_KINDS.has(paragraph.kind)) return []
    return figuresOf(paragraph, reference, inherited)
  })
}

/** Items marked otherwise than what leads them in, up to the first that is not marked as they are. */
function isUnder(leadIn: LeadIn, paragraph: Paragraph): boolean {
  const marks = marksOf(paragraph)
  leadIn.itemMarks ??= marks
  return paragraph.part === leadIn.part && marks === leadIn.itemMarks && marks !== leadIn.ownMarks
}

function marksOf({ kind, label }: Paragraph): string {
  return kind === 'list_item' ? (label ?? '').replace(/\d+/g, '1').replace(/[a-z]+/gi, 'a') || 'item' : 'text'
}

function figuresOf(
  paragraph: Paragraph,
  reference: CalendarDate | null,
  inherited: FigurePeriod | null,
): Figure[] {
  return sentencesOf(paragraph.text).flatMap(([start, end]) => {
    const text = paragraph.text.slice(start, end)
    return figuresIn(text, reference).map((stated) => ({
      part: paragraph.part,
      item: paragraph.item,
      text,
      ...stated,
      period: stated.period ?? (SINCE.test(text) ? null : inherited),
      paragraphId: paragraph.id,
    }))
  })
}

/** The time that the words before a list are of, where they name just one. */
function periodOfLeadIn(text: string, reference: CalendarDate | null): FigurePeriod | null {
  if (!text.endsWith(':') || !DIGIT.test(text)) return null
  const last = sentencesOf(text).at(-1)
  const [only, ...others] = last ? statedPeriods(text.slice(...last), reference) : []
  return only?.period && others.length === 0 && !only.isBase ? only.period : null
}

type StatedFigure = Omit<Figure, 'part' | 'item' | 'text' | 'paragraphId'>

/** The figures of one sentence. @param reference the date of the record, for words like `last year` */
export function figuresIn(sentence: string, reference: CalendarDate | null): StatedFigure[] {
  if (!DIGIT.test(sentence) || sentence.length > LONGEST_SENTENCE) return []
  if (NOT_STATED.test(sentence) || ROW_OF_NUMBERS.test(sentence)) return []
  if (quantitiesIn(sentence).length === 0) return []
  const periods = statedPeriods(sentence, reference)
  const blank = blanked(sentence, periods)
  const quantities = quantitiesIn(sentence, blank)
  const measured: (Measure | null)[] = []
  for (const [index, quantity] of quantities.entries()) {
    const start = quantities[index - 1]?.end ?? 0
    const before = blank.slice(start, quantity.sayingStart)
    const next = quantities[index + 1]
    const after = next ? `${blank.slice(quantity.end, next.sayingStart)}#` : blank.slice(quantity.end)
    const previous = quantities[index - 1]
    const same = previous?.unit === quantity.unit ? (measured[index - 1] ?? null) : null
    const isDoubtful = NOT_STATED_BEFORE.test(blank.slice(0, quantity.sayingStart))
    measured.push(
      isDoubtful
        ? null
        : same?.changed && /^,? ?(?:from|to|up to|down to)$/.test(plain(before))
          ? { ...same.changed, population: populationAfter(after) ?? same.changed.population }
          : same && goesOn(before, index, quantities, periods, after)
            ? same
            : (alternative(quantity, before, after, measured[index - 1] ?? null) ??
              measureOfQuantity({
                quantity,
                before,
                after,
                isFirst: index === 0,
                beyond: next ? blank.slice(next.end) : '',
              })),
    )
  }
  return quantities.flatMap((quantity, index) => {
    const measure = measured[index]
    if (!measure) return []
    const period =
      periodOf(index, quantities, periods, blank) ?? counterpart(index, quantities, periods, blank, reference)
    const isHoped =
      quantity.sense === 'exactly' || quantity.sense === 'more_than' || quantity.sense === 'about'
    return [
      {
        start: quantity.start,
        end: quantity.end,
        value: quantity.value,
        unit: quantity.unit,
        sense:
          isHoped && HOPED.test(blank.slice(quantities[index - 1]?.end ?? 0, quantity.sayingStart))
            ? 'target'
            : quantity.sense,
        measure: measure.measure,
        population: measure.population ?? populationOf(sentence, quantity, measure.measure),
        period,
      },
    ]
  })
}

const TOPIC = /^(?:in terms of|within|among|for|of) (?:the |all )?([^,:;.]{3,40}), /i
const START_LABEL = /^(?:the )?([^:;.,]{3,40}): /i
const LABEL = /(?:^|: |[.;] )([^:;.,\u2013]{3,60}?)(?: [\u2013-]|:) $/
const FIRST_CLAUSE =
  /^(?:the )?((?:[\p{L}\p{N}'’&-]+ ){1,5}?)(?:was|were|is|are|remained?|continued?|had|has|have|rose|fell|increased|decreased) /iu

/** Those whom the sentence is about, where the words of the measure do not say it: a topic before it, a label, the first clause of several. */
function populationOf(sentence: string, { sayingStart, unit }: Quantity, measure: string): string | null {
  const before = sentence.slice(0, sayingStart)
  const clause =
    unit !== 'count' && unit !== 'pounds' && unit !== 'euros' && before.includes('; ')
      ? FIRST_CLAUSE.exec(sentence)
      : null
  const named = [TOPIC.exec(before), LABEL.exec(before), START_LABEL.exec(before), clause]
  return (
    named
      .flatMap((match) => match?.[1]?.trim() ?? [])
      .find(
        (words) => !saysTheSame(words, measure) && SAYS_WHO.test(words) && termsOfText(words).length > 0,
      ) ?? null
  )
}

const saysTheSame = (words: string, measure: string): boolean =>
  measure.includes(words) || words.includes(measure)

/** Not a time, and nobody who speaks. */
const SAYS_WHO =
  /^(?!.*\b(?:its|his|her|our|their|part|years?|months?|quarters?|period|weeks?|example|total|addition|note|said|reported|he|she|it|they|there|this|that|update|reply|response|meeting|first|instance|minutes|noted|chair|councillor|members?)\b)(?=.*\p{L}{3})(?!.*\b(?:19|20)\d\d)/iu

function blanked(sentence: string, periods: readonly StatedPeriod[]): string {
  let blank = sentence
  for (const { start, end } of periods)
    blank = blank.slice(0, start) + '_'.repeat(end - start) + blank.slice(end)
  return blank
}

const COMPARING =
  /(?:\bcompared (?:to|with|against)|\bin comparison (?:to|with)|\bagainst|\bup from|\bdown from|\bversus|\ban? (?:\p{L}+ ){0,2}(?:increase|decrease|rise|fall|reduction|improvement|drop) (?:on|from|compared (?:to|with)|over)|\b(?:falling|rising|increasing|decreasing|reducing|dropping|down|up|reduced|increased|fell|rose) to)(?: (?:the|a))?(?: (?:rate|figure|level|average) of)?$/u
const AND =
  /^,$|^[\p{L} ]{0,60}?,? ?(?:and|but|while|then)(?: (?:was|had been|were|had|is|reduced to|increased to|fell to|rose to))?$/u

const plain = (blank: string): string => blank.replaceAll(/_+/g, ' ').replaceAll(/ {2,}/g, ' ').trim()

/** `compared with 9% in the north` is no other value of the same. */
const OF_ANOTHER = /^ (?:in|for|of|among|across) (?:the )?\p{L}/u

/** Does a quantity give another value of what the one before it measures? */
function goesOn(
  before: string,
  index: number,
  quantities: readonly Quantity[],
  periods: readonly StatedPeriod[],
  rest: string,
): boolean {
  const words = plain(before)
  if (words.length > 100 || /[;.]/.test(words)) return false
  if (COMPARING.test(words)) return !OF_ANOTHER.test(rest)
  if (/^,? ?to$/.test(words)) return true
  const after = periodIn(quantities[index]?.end ?? 0, quantities[index + 1]?.sayingStart ?? Infinity, periods)
  const own = periodIn(quantities[index - 1]?.end ?? 0, quantities[index]?.sayingStart ?? 0, periods)
  return AND.test(words) && words.split(' ').length <= 6 && after?.period != null && own?.period != null
}

/** `154 (8.58%)`, `157 ethnic minority officers (3.8%)`: the share of what was counted. */
function alternative(
  quantity: Quantity,
  before: string,
  after: string,
  previous: Measure | null,
): Measure | null {
  if (quantity.unit !== 'percent' || previous === null) return null
  return /^[\p{L} '’-]{0,60}\($/u.test(before) && after.startsWith(')') ? previous : null
}

function periodIn(start: number, end: number, periods: readonly StatedPeriod[]): StatedPeriod | undefined {
  return periods.find((period) => period.start >= start && period.end <= end && !period.isBase)
}

/** Between a quantity and a time these begin something else, of which the time is. */
const ELSEWHERE =
  /[;.]| (?:and|but|while|with) (?:[^_]{12,})?$|\b(?:since|until|before|after|when|which|who|where|following|because|due|compared|than)\b/

/** Before a time that is of all that follows in its sentence. */
const OPENING = /^$|[,:(]\s?$|\b(?:that|and|period|then) $/

/** Each is of the time after it, else of the one before it, else of the one that opens the sentence. */
function periodOf(
  index: number,
  quantities: readonly Quantity[],
  periods: readonly StatedPeriod[],
  blank: string,
): FigurePeriod | null {
  const [start, end] = [quantities[index - 1]?.end ?? 0, quantities[index + 1]?.sayingStart ?? Infinity]
  const own = quantities[index]
  if (!own) return null
  const isSomeOf =
    own.unit === 'count' &&
    /^(?: \p{L}+){0,3} of (?:the )?$/u.test(blank.slice(own.end, quantities[index + 1]?.sayingStart))
  const last = isSomeOf ? (quantities[index + 2]?.sayingStart ?? Infinity) : end
  const next = periods.find((period) => period.start >= own.end && period.end <= last)
  const between = next ? blank.slice(own.end, next.start) : ''
  const leads = periodLeads(quantities, periods) && between.includes(',')
  if (next && !next.isBase && !ELSEWHERE.test(between) && !leads) return next.period
  const isCompared = COMPARING.test(plain(blank.slice(start, own.sayingStart)))
  const before = periods.findLast((period) => period.end <= own.start && period.start >= start)
  if (isCompared) return before?.isBase ? before.period : null
  if (before) return before.isBase ? null : before.period
  const opening = periods[0]
  const first = quantities[0]
  if (!opening || !first || opening.end > first.start || opening.isBase) return null
  if (!OPENING.test(blank.slice(0, opening.start))) return null
  return periods.filter((period) => period.end <= own.start).length === 1 ? opening.period : null
}

/** Do times stand before their values in a sentence: `In May 4%, in June 6%`? */
function periodLeads(quantities: readonly Quantity[], periods: readonly StatedPeriod[]): boolean {
  const [first, last] = [quantities[0], quantities.at(-1)]
  if (!first || !last || periods.length < 2) return false
  const opens = periods.some((period) => period.end <= first.start)
  const closes = periods.some((period) => period.start >= last.end)
  return opens && !closes
}

/** What is compared with last year's value is this year's. */
function counterpart(
  index: number,
  quantities: readonly Quantity[],
  periods: readonly StatedPeriod[],
  blank: string,
  reference: CalendarDate | null,
): FigurePeriod | null {
  const [own, next] = [quantities[index], quantities[index + 1]]
  if (!own || !next || reference === null || own.unit !== next.unit) return null
  if (!COMPARING.test(plain(blank.slice(own.end, next.sayingStart)))) return null
  const base = periodIn(next.end, quantities[index + 2]?.sayingStart ?? Infinity, periods)?.period
  if (!base || !/(?:last|previous) year, counted from/.test(base.words)) return null
  const year = reference.slice(0, 4)
  return {
    from: year,
    to: year,
    basis: 'other',
    words: `compared with ${base.words.split(',')[0] ?? ''}, counted from ${formatDate(reference)}`,
  }
}
