import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const taxonomySchema = z.strictObject({
  topics: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        description: z.string(),
        examples: z.array(z.string()).min(1),
        terms: z.array(z.string().min(2)).min(1),
        hints: z.array(z.string().min(2)).default([]),
      }),
    )
    .min(1),
})

/**
 * The topics of a collection: for each a label, what it is about, example sentences, the terms that tell of it, and hints:
 * words that tell of it only together with others.
 */
export type Taxonomy = z.infer<typeof taxonomySchema>

/** @throws Error naming the file and what is wrong in it */
export async function readTaxonomy(file: string): Promise<Taxonomy> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    throw new Error(
      `The taxonomy ${file} cannot be read. Set TAXONOMY to a file of topics, or leave it out for the shipped one.`,
    )
  }
  try {
    return taxonomySchema.parse(JSON.parse(text))
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new Error(`The taxonomy ${file} is not as it should be: ${problem}`, { cause: error })
  }
}
