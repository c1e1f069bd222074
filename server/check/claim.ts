import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { roleAtEnd, roleOfForm } from '../../indexer/analysis/roles.ts'
import type { FieldValues } from '../search/fieldValues.ts'

/** Who is said to have said the words, and when. */
export interface Claim {
  readonly saidBy: string | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

/** Whether a place is where a claim says; null where it claims nothing. */
export interface Fit {
  readonly speaker: boolean | null
  readonly date: boolean | null
}

/** Whom the record knows under the name or role that was given. */
export interface NamedSpeaker {
  readonly people: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
}

/** The speaker of a claim; null where none is named. Before a name may stand a post: "Chief Constable Tim Smith". */
export function namedSpeaker({ saidBy }: Claim, values: FieldValues): NamedSpeaker | null {
  if (saidBy === null) return null
  const asked = saidBy.replace(ARTICLE, '')
  const words = asked.split(' ')
  const names = roleOfForm(asked) === null ? words.map((_, first) => nameFrom(words, first)) : []
  const people = names.map((name) => values.meant('person', name)).find(({ length }) => length > 0) ?? []
  return {
    people: new Set(people.map(({ value }) => value)),
    roles: new Set(values.meant('role', asked).map(({ value }) => value)),
  }
}

const ARTICLE = /^the /i

/** The name from one word on, where nothing but a post stands before it; else nothing. */
function nameFrom(words: readonly string[], first: number): string {
  return first === 0 || roleAtEnd(words.slice(0, first).join(' ')) !== null
    ? words.slice(first).join(' ')
    : ''
}

export const isKnown = ({ people, roles }: NamedSpeaker): boolean => people.size + roles.size > 0

export function fitOf(
  claim: Claim,
  speaker: NamedSpeaker | null,
  paragraphs: readonly ParagraphInContext[],
): Fit {
  return {
    speaker: speaker && paragraphs.some((context) => isSaidBy(context, speaker)),
    date:
      claim.from === null && claim.to === null
        ? null
        : paragraphs.every(({ date }) => date !== null && overlaps(date, claim)),
  }
}

/** Where only a post is printed and its holder is not known, the post decides. */
function isSaidBy({ paragraph, people }: ParagraphInContext, speaker: NamedSpeaker): boolean {
  return paragraph.speakers.some(({ role }, index) => {
    const person = people[index]
    return speaker.people.size > 0 && person ? speaker.people.has(person.id) : speaker.roles.has(role)
  })
}

/** A month of the record is a day of the claim where the day lies in it. */
function overlaps(date: CalendarDate, { from, to }: Claim): boolean {
  return (from === null || lastDay(date) >= firstDay(from)) && (to === null || firstDay(date) <= lastDay(to))
}
