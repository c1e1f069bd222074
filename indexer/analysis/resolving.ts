/** Words that open a paragraph of decision. */
export const RESOLVING_WORDS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  { pattern: /^(?:And )?(?:It was )?RESOLVED\b/, example: 'RESOLVED that the report be noted.' },
  { pattern: /^(?:and )?Resolved\s?[:\u2013-]/i, example: 'Resolved: that the fee be waived.' },
  {
    pattern: /^(?:It was )?Resolved (?:unanimously )?(?:that|to)\b/i,
    example: 'Resolved that the fee be waived.',
  },
]

export function opensDecision(text: string): boolean {
  return RESOLVING_WORDS.some(({ pattern }) => pattern.test(text))
}
