/** Bytes in which a page must declare its encoding, by the HTML standard. */
const DECLARATION_BYTES = 1_024
const FALLBACK = 'windows-1252'

const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** The first character of a page is `<`: with a NUL beside it, each character has two bytes. */
const TWO_BYTE_STARTS: readonly (readonly [start: readonly number[], encoding: string])[] = [
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
]

const META = /<meta\s[^>]*>/gi
const CHARSET = /charset\s*=\s*["']?\s*([^\s"'>;/]+)/i
const XML_DECLARATION = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i

/** The text of a page in the encoding that it declares; windows-1252 where it declares none and is not UTF-8. */
export function decodeHtml(bytes: Uint8Array): string {
  try {
    return new TextDecoder(htmlEncoding(bytes)).decode(bytes)
  } catch {
    // It declares an encoding that nobody knows.
    return new TextDecoder(isUtf8(bytes) ? 'utf-8' : FALLBACK).decode(bytes)
  }
}

/** What the HTML standard's sniffing finds: a byte order mark, a declaration, or what the bytes allow. */
export function htmlEncoding(bytes: Uint8Array): string {
  const begins = ([start]: readonly [readonly number[], string]): boolean =>
    start.every((byte, at) => bytes[at] === byte)
  const marked = BYTE_ORDER_MARKS.find(begins) ?? TWO_BYTE_STARTS.find(begins)
  if (marked) return marked[1]
  return declaredEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : FALLBACK)
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  const inMeta = [...head.replace(/<!--.*?-->/gs, '').matchAll(META)].map(([meta]) => CHARSET.exec(meta)?.[1])
  const declared = (inMeta.find(Boolean) ?? XML_DECLARATION.exec(head)?.[1])?.toLowerCase()
  // A declaration that can be read byte by byte is not itself of two bytes a character.
  return declared?.startsWith('utf-16') ? 'utf-8' : (declared ?? null)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
