import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from '../../corpus/root.ts'
import { collapsed } from './judgements.ts'

const folder = join(projectRoot, 'corpus/documents')

/** The shipped documents by their ids, without the marks of Markdown. */
export const shippedTexts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [basename(file, '.txt'), unmarked(readFileSync(join(folder, file), 'utf8'))]),
)

function unmarked(text: string): string {
  return collapsed(text.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replaceAll('*', ''))
}

/** The ids of the documents in which the words stand. */
export const documentsWith = (quote: string): string[] =>
  [...shippedTexts].filter(([, text]) => text.includes(quote)).map(([id]) => id)
