import { z } from 'zod'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import { date, refuseUpsideDown, values } from '../search/request.ts'
import type { SearchFilters } from '../search/request.ts'
import type { MeetingHoldings } from './holdings.ts'

/** Which meetings are listed. */
export type MeetingFilters = Pick<SearchFilters, 'body' | 'from' | 'to'>

const shape = { body: values.optional(), from: date.optional(), to: date.optional() }

export const apiMeetingsSchema = z.strictObject(shape).superRefine(refuseUpsideDown)
export const pageMeetingsSchema = z.object(shape).superRefine(refuseUpsideDown)

/** A meeting dated by a month or a year must lie wholly within the dates. */
export function isAskedFor({ meeting }: MeetingHoldings, { body = [], from, to }: MeetingFilters): boolean {
  return (
    (body.length === 0 || body.includes(meeting.bodyId)) &&
    (from === undefined || firstDay(meeting.date) >= firstDay(from)) &&
    (to === undefined || lastDay(meeting.date) <= lastDay(to))
  )
}
