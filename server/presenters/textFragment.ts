// Text fragments as the Web Incubator Community Group specifies them: https://wicg.github.io/scroll-to-text-fragment/

/** Words that begin and end a stretch of text, at first; more are taken until they are found nowhere before it. */
const FEWEST_WORDS = 4
/** A text of no more words is given whole. */
const SHORT_TEXT = 2 * FEWEST_WORDS

/**
 * The end of an address that leads to the very words of a text on a page: `#:~:text=The%20ferry,on%20time.`
 * @param before what the page shows before the text: words that stand there too would be found instead
 * @param directlyBefore the last words of the page before the text, for a text that stands before itself whole
 */
export function textFragment(text: string, before: string, directlyBefore: string): string {
  const words = text.split(' ')
  const earlier = before.toLowerCase()
  if (earlier.includes(text.toLowerCase())) return directive([text], directlyBefore)
  if (words.length <= SHORT_TEXT) return directive([text])
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

function directive(texts: readonly string[], directlyBefore = ''): string {
  const prefix = directlyBefore === '' ? '' : `${encode(directlyBefore)}-,`
  return `#:~:text=${prefix}${texts.map(encode).join(',')}`
}

/** A hyphen and a comma are signs of the directive, and an ampersand ends it. Half a character cannot be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('-', '%2D')
}
