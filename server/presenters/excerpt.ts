/** The first words of a text, as many as fit. */
export function excerptOf(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.lastIndexOf(' ', longest)
  return `${text.slice(0, cut > 0 ? cut : longest)}\u2026`
}
