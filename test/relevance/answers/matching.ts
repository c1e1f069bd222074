import { tokenize } from '../../../indexer/analysis/tokens.ts'

/** Does a text have the answer, word for word and each word whole: `5%` is not in `15%`, nor `22` in `2022`? */
export function holdsAnswer(text: string, answer: string): boolean {
  const words = wordsOf(text)
  const wanted = wordsOf(answer)
  return (
    wanted.length > 0 &&
    words.some((_, start) => wanted.every((word, offset) => words[start + offset] === word))
  )
}

/** Words alike however they are typed: small letters, one kind of quotation mark, one kind of dash. */
function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
  return tokenize(folded).map((token) => token.text)
}
