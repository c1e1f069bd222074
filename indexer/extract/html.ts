import { parse } from 'parse5'
import type { ExtractedText } from '../../corpus/model/extractedText.ts'
import { decodeHtml } from './htmlEncoding.ts'
import { linesOfHtml } from './htmlLines.ts'
import { modernGovMeaning } from './moderngov.ts'
import { Refusal } from './refusal.ts'

/**
 * A web page as a reader sees it. What belongs to the website is marked as furniture.
 *
 * @throws Refusal where the page has no text
 */
export function extractHtml(bytes: Uint8Array): ExtractedText {
  const extracted = linesOfHtml(parse(decodeHtml(bytes)), modernGovMeaning)
  if (extracted.lines.length === 0)
    throw new Refusal('it has no text', 'save the page again from a browser, once it has loaded')
  return extracted
}
