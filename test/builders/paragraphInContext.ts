import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'

/** A paragraph of the Harbour Scrutiny Panel's minutes of 10 October 2024, with the parts that a test is about. */
export function paragraphInContext({
  text,
  label = null,
  speakers = [],
  people = speakers.map(() => null),
  date = '2024-10-10',
}: Pick<ParagraphInContext['paragraph'], 'text'> &
  Partial<Pick<ParagraphInContext['paragraph'], 'label' | 'speakers'>> &
  Partial<Pick<ParagraphInContext, 'people' | 'date'>>): ParagraphInContext {
  return {
    paragraph: {
      id: `minutes.${text.length}`,
      part: 0,
      item: null,
      text,
      label,
      page: null,
      pageLabel: null,
      kind: 'text',
      cells: [],
      headings: [],
      seams: [],
      sentences: [[0, text.length]],
      speakers,
      topics: [],
    },
    people,
    copies: [],
    document: { id: 'minutes', file: 'minutes.txt', title: 'Minutes' },
    part: { index: 0, title: 'Minutes', kind: 'minutes' },
    item: null,
    meeting: null,
    date,
  }
}
