/** The letter that a name stands under in a list: letters with marks under the plain one. Null where it begins with none. */
export function initialOf(name: string): string | null {
  const first = name.normalize('NFKD').charAt(0).toUpperCase()
  return /[A-Z]/.test(first) ? first : null
}
