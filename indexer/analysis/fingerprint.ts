import { hash } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
/** White space, save the single spaces of which most of it consists: to replace those by themselves takes time. */
const NOT_ONE_SPACE = /\s{2,}|[^\S ]/g
const FINGERPRINT_LENGTH = 8
/** Five bits a character. */
const FINGERPRINT_BYTES = 5

/**
 * `<document id>.<fingerprint>` for each text of a document: a paragraph, or a statement of the register. A text that stands
 * again in the document gets `-2`, `-3` in reading order.
 */
export function idsOfTexts(document: string, texts: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return texts.map((text) => {
    const print = fingerprint(text)
    const count = (seen.get(print) ?? 0) + 1
    seen.set(print, count)
    return `${document}.${print}${count === 1 ? '' : `-${count}`}`
  })
}

/** Eight base-32 characters (RFC 4648, lower case) of the SHA-256 of the text, case and white space folded. */
export function fingerprint(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(NOT_ONE_SPACE, ' ').trim()
  const digest = hash('sha256', folded, 'buffer')
  let bits = digest.readUIntBE(0, FINGERPRINT_BYTES)
  let print = ''
  for (let index = 0; index < FINGERPRINT_LENGTH; index++) {
    print = (ALPHABET[bits % ALPHABET.length] ?? '') + print
    bits = Math.floor(bits / ALPHABET.length)
  }
  return print
}
