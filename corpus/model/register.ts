import type { CalendarDate } from './calendarDate.ts'
import type { DecisionKind } from './decision.ts'
import type { FigurePeriod, FigureSense, FigureUnit } from './figure.ts'

// What the whole collection knows of what was promised, decided, asked and counted: `reconcile` makes it of the facts that
// documents state, and the store keeps it. Everything in it stands on words of the record, given with their place.

/** Where in the record something stands. */
export interface RecordPlace {
  readonly documentId: string
  /** `Part.index`. */
  readonly part: number
  /** `AgendaItem.index`; null outside items. */
  readonly item: number | null
  readonly paragraphId: string
  readonly meetingId: string | null
  readonly bodyId: string | null
  /** Its meeting's date, else its part's, else its file's. What has none is never put in an order by guess. */
  readonly date: CalendarDate | null
}

/** Words of the record, verbatim, with their place. */
export interface Quote extends RecordPlace {
  readonly text: string
}

/** Who acts, asks or answers. */
export interface Party {
  /** Canonical name of the post, or an organisation (`Force`). */
  readonly role: string | null
  /** As printed. */
  readonly name: string | null
  readonly personId: string | null
}

/** What every entry of the register has: the words that opened it, their place and topics. */
export interface RegisterEntry extends Quote {
  /** `<document id>.<fingerprint of the text>`, with `-2`, `-3` where the same text stands again in the document. */
  readonly id: string
  /** Labels of the taxonomy. */
  readonly topics: readonly string[]
}

/** A later passage that is held to be about an earlier one, and why. */
export interface Link extends Quote {
  /** From 0 to 1. */
  readonly strength: number
  /** At or above the threshold. What is not is offered as possibly related, and no state rests on it. */
  readonly isAsserted: boolean
  /** The words of the earlier statement that it was held against, verbatim. */
  readonly openingText: string
  /** Why, in words: `same words: deep dive, officer leavers`, `names the date of the meeting`. */
  readonly evidence: readonly string[]
}

export interface CommitmentLink extends Link {
  /**
   * `update`: the record calls it an update, or it stands where updates on actions are recorded; `discharge`: the record's
   * own words say that it is discharged, completed or closed; `mention`: anything else.
   */
  readonly kind: 'update' | 'discharge' | 'mention'
}

/** Something undertaken, or given somebody to do, and what became of it. One, however often its meeting's record states it. */
export interface CommitmentEntry extends RegisterEntry {
  /** `action` where an actions section or an action table has it, `commitment` where only running text does. */
  readonly kind: 'commitment' | 'action'
  /** Who is to act, as the statements have it; several where they differ or name several. */
  readonly owners: readonly string[]
  /** The person who undertook it, where the record names one. */
  readonly personId: string | null
  /** To whom, where its words say so: a role, a body or an organisation. */
  readonly toWhom: string | null
  /** The words that say what is to be done. */
  readonly what: string
  /** A printed date, or the month or year that the record's words name; null where they name no year. */
  readonly due: CalendarDate | null
  /** The record's words for when. */
  readonly dueText: string | null
  /** As printed in an action table: `Open`. */
  readonly status: string | null
  /** False for an update on an action that no document of the collection opened. */
  readonly isOpened: boolean
  /** The same undertaking elsewhere in the record of the same meeting, in reading order. */
  readonly restatements: readonly Quote[]
  /** Passages of later meetings, by date, the asserted ones and the possible ones. */
  readonly links: readonly CommitmentLink[]
}

/** A part of a document, as what a decision rested on. */
export interface TabledPart {
  readonly documentId: string
  readonly part: number
  readonly title: string
}

export interface DecisionEntry extends RegisterEntry {
  readonly kind: DecisionKind
  readonly mover: string | null
  readonly seconder: string | null
  readonly votes: {
    readonly for: number | null
    readonly against: number | null
    readonly abstained: number | null
  } | null
  /** Title of the agenda item, or the heading that it stands under; null where there is neither. */
  readonly matter: string | null
  /** Reports of the same meeting on the item. */
  readonly reports: readonly TabledPart[]
  /** Decisions on the same matter, earlier and later, by date. */
  readonly related: readonly {
    readonly id: string
    readonly strength: number
    readonly evidence: readonly string[]
  }[]
  /** Where a later decision's own words rescind, revoke or replace this one. */
  readonly supersededBy: { readonly id: string; readonly text: string; readonly paragraphId: string } | null
}

/** What the record has as a reply: `elsewhere` where it says that the reply is or will be given outside the meeting. */
export type ReplyState = 'answered' | 'elsewhere' | 'none'

export interface SupplementaryQuestion {
  readonly text: string
  readonly answer: string | null
  readonly paragraphId: string
}

export interface QuestionEntry extends RegisterEntry {
  readonly form: 'notice' | 'oral'
  /** As printed; null where the record numbers none. */
  readonly number: string | null
  readonly asker: Party
  /** The authority or group printed with the asker's name. */
  readonly authority: string | null
  readonly reply: ReplyState
  /** Verbatim; paragraphs follow one another after a space. Of a reply that is given elsewhere, the words that say so. */
  readonly answer: string | null
  readonly answerParagraphIds: readonly string[]
  readonly answerer: Party | null
  readonly supplementaries: readonly SupplementaryQuestion[]
}

/** A step on the way from a request to a report. */
export interface RequestStep extends Link {
  readonly kind: 'programmed' | 'tabled' | 'decided'
}

/** A report or update that somebody asked for, and how far it came. */
export interface RequestEntry extends RegisterEntry {
  readonly requester: Party
  /** Who was asked; null where the record does not say. */
  readonly askedOf: string | null
  /** The words that say what was asked for. */
  readonly subject: string
  readonly dueText: string | null
  /** What was replied at the meeting itself, with its place; null where the record has no such reply. */
  readonly answer: Quote | null
  /** By date, the asserted ones and the possible ones. */
  readonly steps: readonly RequestStep[]
}

/** One value of a series, with its sentence as `text`. */
export interface FigurePoint extends Quote {
  /** The value's place in the sentence. */
  readonly start: number
  readonly end: number
  readonly value: number
  readonly sense: FigureSense
  readonly period: FigurePeriod | null
}

/** Values of one measure, population, unit and basis of period, by period. */
export interface FigureEntry {
  /** Slug of what it measures. */
  readonly id: string
  readonly measure: string
  readonly population: string | null
  readonly unit: FigureUnit
  /** Null where no period is stated. */
  readonly periodBasis: FigurePeriod['basis'] | null
  readonly topics: readonly string[]
  readonly points: readonly FigurePoint[]
}
