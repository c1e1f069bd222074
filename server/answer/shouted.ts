import { isStopWord } from '../../indexer/analysis/terms.ts'
import { QUESTION_WORDS } from './interpret.ts'

/** Without small letters, or with a capital on each word, capitals tell nothing. */
export function isShouted(question: string): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(question)
}

/** A question in capitals with the words that only ask in small letters: `WHO` is no acronym there. */
export function unshouted(question: string): string {
  if (/\p{Ll}/u.test(question)) return question
  return question.replace(/\p{Lu}+/gu, (word) => {
    const small = word.toLowerCase()
    return isStopWord(small) || QUESTION_WORDS.has(small) ? small : word
  })
}
