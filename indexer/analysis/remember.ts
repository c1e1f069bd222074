/**
 * A function that works out what a text tells, made to remember its answers: a document says the same things often, and
 * several readers ask the same of it. Once it knows `most` texts it forgets them all and begins anew.
 */
export function remembering<T extends object | string | null>(
  tell: (text: string) => T,
  most: number,
): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = tell(text)
    if (answers.size >= most) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
