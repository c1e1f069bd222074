import type { JudgedPassage } from './judgements.ts'
import { collapsed } from './judgements.ts'

/** What grading looks at of a result. */
export interface FoundParagraph {
  readonly document: { readonly id: string }
  readonly paragraph: { readonly text: string }
}

export interface Grading {
  /** One of each result in order; one that holds only passages seen before is left out. */
  readonly grades: readonly number[]
  readonly missed: readonly JudgedPassage[]
}

/** Grades results by the judged passages that stand in them, each of which counts once. */
export function gradeResults(
  results: readonly FoundParagraph[],
  relevant: readonly JudgedPassage[],
): Grading {
  const missed = new Set(relevant)
  const grades: number[] = []
  for (const { document, paragraph } of results) {
    const text = collapsed(paragraph.text)
    const held = relevant.filter(
      (passage) => passage.document === document.id && text.includes(passage.quote),
    )
    const fresh = held.filter((passage) => missed.delete(passage))
    if (fresh.length > 0 || held.length === 0) grades.push(Math.max(0, ...fresh.map(({ grade }) => grade)))
  }
  return { grades, missed: [...missed] }
}
