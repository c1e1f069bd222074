import type { Paragraph, Speaker } from '../../corpus/model/paragraph.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import type { ReportRequest } from '../../corpus/model/reportRequest.ts'
import { firstOrganisation } from '../analysis/organisations.ts'
import { firstRole } from '../analysis/roles.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { Exchange } from './exchanges.ts'
import { wordsOf } from './exchanges.ts'
import { askedOfIn, MOTION, requestDueIn, requestIn, subjectIn } from './requesting.ts'

const MOVER_IN_TITLE =
  /\b(?:submitted|proposed|tabled|moved|put) by ((?:Cllr|Councillor)\.? \p{Lu}[\p{L}'\u2019. -]{1,40})/u
const LONGEST_WHO = 60

/** Reports, updates, briefings and figures that somebody asked for: by word of mouth, by resolution, or in a motion. */
export function findRequests(parsed: ParsedDocument, exchanges: readonly Exchange[]): ReportRequest[] {
  const spoken = exchanges.flatMap((exchange) => requestsOf(exchange))
  const known = new Set(spoken.map(({ paragraphId }) => paragraphId))
  const written = parsed.paragraphs.flatMap((paragraph) =>
    known.has(paragraph.id) ? [] : requestsOfParagraph(paragraph, parsed),
  )
  const order = new Map(parsed.paragraphs.map(({ id }, index) => [id, index]))
  return [...spoken, ...written].sort(
    (a, b) => (order.get(a.paragraphId) ?? 0) - (order.get(b.paragraphId) ?? 0),
  )
}

function requestsOf({ kind, asked, by, reply }: Exchange): ReportRequest[] {
  if (kind !== 'request') return []
  const { paragraph } = asked
  const request = requestFrom(paragraph, wordsOf(asked), by, false)
  return request === null
    ? []
    : [
        {
          ...request,
          answer: reply && wordsOf(reply),
          answerParagraphId: reply?.paragraph.id ?? null,
        },
      ]
}

/** A resolution's requests are those of the body; a motion's those of its mover. */
function requestsOfParagraph(paragraph: Paragraph, parsed: ParsedDocument): ReportRequest[] {
  const part = parsed.parts[paragraph.part]
  if (part?.kind !== 'minutes' && part?.kind !== 'meeting_notes') return []
  const isMotion = MOTION.test(paragraph.text)
  if (paragraph.kind !== 'decision' && !isMotion) return []
  const mover = MOVER_IN_TITLE.exec(
    parsed.items.find(({ index }) => index === paragraph.item)?.title ?? '',
  )?.[1]
  const requester = isMotion ? moverOf(mover) : bodyAs(part.body)
  return sentencesOf(paragraph.text).flatMap(([start, end]) => {
    const request = requestFrom(paragraph, paragraph.text.slice(start, end), requester, true)
    return request === null ? [] : [request]
  })
}

function moverOf(printed: string | undefined): Speaker | null {
  return printed === undefined ? null : { role: 'Member', name: printed.trim() }
}

function bodyAs(body: string | null): Speaker | null {
  return body === null ? null : { role: body, name: null }
}

function requestFrom(
  paragraph: Paragraph,
  text: string,
  requester: Speaker | null,
  isResolution: boolean,
): ReportRequest | null {
  const requesting = requestIn(text, isResolution)
  if (!requesting) return null
  const { part, item, id } = paragraph
  return {
    part,
    item,
    text,
    requester,
    askedOf: whoIsAsked(askedOfIn(text, requesting)),
    subject: subjectIn(text, requesting),
    dueText: requestDueIn(text.slice(requesting.start)),
    answer: null,
    answerParagraphId: null,
    paragraphId: id,
  }
}

/** A post or an organisation by its one name, else as printed. */
function whoIsAsked(printed: string | null): string | null {
  if (printed === null) return null
  const known = firstRole(printed) ?? firstOrganisation(printed)
  if (known !== null) return known
  const bare = printed.replace(/^(?:the|that|our|this|its)\s+/i, '')
  return /^\p{Lu}/u.test(bare) && bare.length <= LONGEST_WHO ? bare : null
}
