/** Without small letters, or with a capital on each word, capitals tell nothing. */
export function isShouted(question: string): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(question)
}

/** A question in capitals in small letters: `CADETS` is no name there, and acronyms are known in small letters too. */
export function unshouted(question: string): string {
  return /\p{Ll}/u.test(question) || !/\s/.test(question.trim()) ? question : question.toLowerCase()
}
