import type { Database } from './database.ts'

/** The title of agenda items or of parts of documents, as it is printed. */
export interface Heading {
  readonly title: string
  /** How many items and parts have it. */
  readonly uses: number
  /** How many paragraphs stand under it. */
  readonly paragraphs: number
}

/** What of `parts` and `items` has paragraphs under it: every title once, whatever its case. */
const HEADINGS = `
  WITH sections AS (
    SELECT title, count(*) AS paragraphs FROM paragraphs JOIN items USING (document_id, item)
    GROUP BY document_id, item
    UNION ALL
    SELECT title, count(*) AS paragraphs FROM paragraphs JOIN parts USING (document_id, part)
    GROUP BY document_id, part
  )
  SELECT min(title) AS title, count(*) AS uses, sum(paragraphs) AS paragraphs FROM sections
  GROUP BY lower(title) ORDER BY uses DESC, paragraphs DESC, title`

/** The titles of a collection, those that are used most first. */
export async function loadHeadings(db: Database): Promise<readonly Heading[]> {
  return db.raw<Heading[]>(HEADINGS)
}
