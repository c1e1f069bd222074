import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isCalendarDate } from '../corpus/model/calendarDate.ts'
import type { CatalogueEntry } from '../corpus/model/catalogue.ts'

export const CATALOGUE_FILE = 'catalogue.json'

const entrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/, 'an id has only small letters, digits and hyphens')
    .optional(),
  title: z.string().min(1).optional(),
  body: z.string().min(1).optional(),
  date: z.string().refine(isCalendarDate, 'a date is YYYY-MM-DD, YYYY-MM or YYYY').optional(),
  publisher: z.string().min(1).optional(),
  sourceUrl: z.url().optional(),
  licence: z.string().min(1).optional(),
})

const catalogueSchema = z.record(z.string(), entrySchema)

/**
 * What the folder's `catalogue.json` says of its files; nothing where there is none.
 *
 * @throws Error naming the file and each entry that is not as it should be
 */
export async function readCatalogue(corpusDir: string): Promise<Readonly<Record<string, CatalogueEntry>>> {
  const file = join(corpusDir, CATALOGUE_FILE)
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return {}
  try {
    return catalogueSchema.parse(JSON.parse(text))
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : `it is not JSON: ${String(error)}`
    throw new Error(`${file} is not as it should be: ${problem}`, { cause: error })
  }
}
