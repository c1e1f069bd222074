/**
 * Words with which a member gives notice of a question or a motion. Scanners make 1, l or a stroke of the I, or lose it.
 */
export const NOTICES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:[I1l|]|We) (?:will|shall) (?:move|propose|ask (?:at|that|if|whether|for|when|why|what|how|as to|this|our|(?:the )?(?:[\p{L}&]+ ){0,6}?(?:Council|if|whether)\b))/u,
    example: 'I will ask at the next Meeting when the slip is likely to be mended.',
  },
  {
    pattern: /^\P{L}{0,8}will (?:ask|move|propose) (?:at|that|if)\b/iu,
    example: 'will ask at the next meeting for an update on the slip.',
  },
]

/** Does a text give notice of a question or a motion? */
export function givesNotice(text: string): boolean {
  return NOTICES.some(({ pattern }) => pattern.test(text))
}
