import type { DocumentRecord } from './record.ts'

/** How much of each kind was understood of a document, in the order in which a reader asks. */
export function recordCounts(record: DocumentRecord): { readonly name: string; readonly count: number }[] {
  const spoken = record.paragraphs.filter(({ speakers }) => speakers.length > 0)
  const counted: readonly (readonly [name: string, list: readonly unknown[]])[] = [
    ['parts', record.parts],
    ['items', record.items],
    ['people attending or sending apologies', record.attendees],
    ['paragraphs', record.paragraphs],
    ['paragraphs with a speaker', spoken],
    ['decisions', record.decisions],
    ['actions', record.actions],
    ['commitments', record.commitments],
    ['questions on notice', record.questions],
    ['questions at the meeting', record.oralQuestions],
    ['reports asked for', record.requests],
    ['figures', record.figures],
    ['declarations of interest', record.declarations],
    ['acronyms explained', record.acronyms],
  ]
  return counted.map(([name, list]) => ({ name, count: list.length }))
}
