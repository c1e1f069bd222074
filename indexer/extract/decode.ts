import { Refusal } from './refusal.ts'

/**
 * The text of a UTF-8 file, without its byte order mark.
 *
 * @throws Refusal naming the place of the first byte that is not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`it is not UTF-8 (line ${firstBadLine(bytes)})`, 'save it again in the encoding UTF-8')
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  return lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length
}
