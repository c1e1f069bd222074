// Text fragments as the Web Incubator Community Group specifies them: https://wicg.github.io/scroll-to-text-fragment/

/** Words that begin and end a stretch of text, at first; more are taken until they are found nowhere before it. */
const FEWEST_WORDS = 4
/** A text of no more words is given whole. */
const SHORT_TEXT = 2 * FEWEST_WORDS

/**
 * The end of an address that leads to the very words of a text on a page: `#:~:text=The%20ferry,on%20time.`
 * @param before what the page shows before the text: words that stand there too would be found instead
 */
export function textFragment(text: string, before: string): string {
  const words = text.split(' ')
  if (words.length <= SHORT_TEXT) return directive([text])
  const earlier = before.toLowerCase()
  const lower = text.toLowerCase()
  for (let count = FEWEST_WORDS; count <= words.length - FEWEST_WORDS; count++) {
    const start = words.slice(0, count).join(' ')
    if (earlier.includes(start.toLowerCase())) continue
    const end = endOf(words, count, lower)
    return directive(end === null ? [text] : [start, end])
  }
  return directive([text])
}

/** The fewest last words that are found nowhere else after the first `taken`; null where there are none. */
function endOf(words: readonly string[], taken: number, lower: string): string | null {
  for (let count = FEWEST_WORDS; count <= words.length - taken; count++) {
    const end = words.slice(-count).join(' ')
    if (lower.indexOf(end.toLowerCase()) === lower.length - end.length) return end
  }
  return null
}

const directive = (texts: readonly string[]): string => `#:~:text=${texts.map(encode).join(',')}`

/** A hyphen and a comma are signs of the directive, and an ampersand ends it. Half a character cannot be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('-', '%2D')
}
