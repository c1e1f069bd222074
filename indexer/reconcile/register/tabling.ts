import type { GroundPart, Ground, GroundParagraph } from './ground.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import { daysIn } from '../../analysis/dates.ts'
import { sentencesOf } from '../../analysis/sentences.ts'

/** A passage that plans a report for a meeting, or shows that a meeting had it. */
export interface Tabling {
  readonly kind: 'programmed' | 'tabled'
  readonly paragraph: GroundParagraph
  /** The words of it: a title, a row or a sentence. */
  readonly text: string
  /** The meeting that a work programme plans the report for, as printed. */
  readonly plannedFor: string | null
  readonly isTitle: boolean
}

const MAY_TABLE =
  /^circulated\b|\b(?:gave|provided|made|delivered|presented|introduced|given|circulated|tabled|updated|briefed)\b/i
const LONGEST_TITLE = 160
const LONGEST_DATE = 30
const LONGEST_ROW = 300

/** The record says in these words that a meeting had a report. */
export const TABLING: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /^circulated,? (?:was |were )?(?:a |the |copy of )*(?:\w+ ){0,2}(?:report|presentation|briefing|update)\b/i,
    example: 'Circulated, report of the Director setting out an update in relation to the pier.',
  },
  {
    pattern:
      /\b(?:gave|provided|made|delivered|presented|introduced) (?:(?:the )?(?:members|panel|committee|council|meeting) (?:with )?)?(?:an?|the|his|her) (?:\w+ ){0,2}(?:update|report|presentation|briefing|overview)\b/i,
    example: 'The Engineer gave an update on the pier.',
  },
  {
    pattern:
      /\b(?:update|report|presentation|briefing) (?:on|in relation to|regarding) .{3,150}? (?:was|were) (?:given|provided|presented|circulated|made|tabled)\b/i,
    example: 'An update on the pier was given.',
  },
  {
    pattern:
      /\b(?:updated|briefed) (?:the )?(?:members|panel|committee|council|meeting|board) (?:on|in relation to|regarding)\b/i,
    example: 'The Engineer updated Members on the pier.',
  },
]

/** All that plans or shows a report, in the order of ground. */
export function tablingsOf(ground: Ground): Tabling[] {
  let planned: { place: string; date: string | null } = { place: '', date: null }
  return ground.paragraphs.flatMap((paragraph) => {
    const place = placeKey(paragraph.documentId, paragraph.part)
    const part = ground.parts.get(place)
    if (part?.kind === 'work_programme') {
      if (planned.place !== place) planned = { place, date: null }
      if (paragraph.text.length <= LONGEST_DATE && daysIn(paragraph.text).length > 0) {
        planned = { place, date: paragraph.text }
        return []
      }
      return programmed(paragraph, planned.date)
    }
    return part ? tabled(paragraph, part) : []
  })
}

/** What stands under no date of a meeting plans nothing. */
function programmed(paragraph: GroundParagraph, plannedFor: string | null): Tabling[] {
  if (plannedFor === null || paragraph.text.length > LONGEST_ROW * 2) return []
  return [{ kind: 'programmed', paragraph, text: paragraph.text, plannedFor, isTitle: true }]
}

function tabled(paragraph: GroundParagraph, part: GroundPart): Tabling[] {
  const { text, kind, item } = paragraph
  const base = { kind: 'tabled' as const, paragraph, plannedFor: null }
  const isHeading = kind === 'heading' || (part.kind === 'agenda' && text.length <= LONGEST_TITLE)
  const isReportTitle = part.kind === 'report' && text.includes(part.title) && text.length <= LONGEST_TITLE
  if (isReportTitle || (isHeading && (item !== null || part.kind !== 'report')))
    return NOT_A_REPORT.test(text) ? [] : [{ ...base, text, isTitle: true }]
  if (AGENDA_LINE.test(text) && text.length <= LONGEST_TITLE) return [{ ...base, text, isTitle: true }]
  if (
    (part.kind !== 'minutes' && part.kind !== 'meeting_notes') ||
    kind === 'decision' ||
    kind === 'question'
  )
    return []
  if (!MAY_TABLE.test(text)) return []
  return sentencesOf(text).flatMap(([start, end]) => {
    const sentence = text.slice(start, end)
    return TABLING.some(({ pattern }) => pattern.test(sentence)) && !ASKED.test(sentence)
      ? [{ ...base, text: sentence, isTitle: false }]
      : []
  })
}

/** The agenda's words for an item, where the record does not set them as a heading. */
const AGENDA_LINE =
  /^to (?:receive|consider|note) (?:an? |the )?(?:\w+ ){0,2}(?:update|report|presentation|briefing)\b/i
/** Items of other business: they bear the mover's name, not a report's. */
const NOT_A_REPORT =
  /\b(?:notices? of motions?|questions? submitted|minutes|correspondence|votes? of (?:sympathy|congratulations?))\b/i
/** Asked for, or promised, is not tabled. */
const ASKED =
  /\b(?:asked|requested|sought|would|will|could|should|invited|agreed to|to be|previously|last (?:month|year|meeting))\b/i
