/** A text of so many characters at most, cut at a word where it is longer. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const words = cut.lastIndexOf(' ')
  return `${(words > 0 ? cut.slice(0, words) : cut).replace(/[\s,;:.-]$/, '')}\u2026`
}
