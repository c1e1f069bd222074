import { tokenize } from '../../../indexer/analysis/tokens.ts'

/** Does a text have the answer, word for word and each word whole: `5%` is not in `15%`, nor `22` in `2022`? */
export const holdsAnswer = (text: string, answer: string): boolean =>
  hasRun(comparedWords(text), comparedWords(answer))

/** Words alike however they are typed: small letters, one kind of quotation mark, one kind of dash, no marks of markdown. */
export function comparedWords(text: string): string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_]/g, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
  return tokenize(folded).map((token) => token.text)
}

/** Do the words of a run, if it has any, stand together among others? */
export function hasRun(words: readonly string[], run: readonly string[]): boolean {
  return run.length > 0 && words.some((_, at) => run.every((word, offset) => words[at + offset] === word))
}
