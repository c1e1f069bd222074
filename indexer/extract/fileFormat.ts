/** What a file is by its first bytes, whatever its name says. */
export type FileFormat =
  | 'empty'
  | 'text'
  | 'binary'
  | 'a PDF'
  | 'a Word document or ZIP archive'
  | 'an old Word document'
  | 'an HTML page'
  | 'an RTF document'

const SIGNATURES: readonly (readonly [signature: string, format: FileFormat])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a Word document or ZIP archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word document'],
  ['{\\rtf', 'an RTF document'],
]

const SNIFFED_BYTES = 4_096

export function fileFormat(bytes: Uint8Array): FileFormat {
  const head = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString('latin1')
  for (const [signature, format] of SIGNATURES) if (head.startsWith(signature)) return format
  if (/^\s*(?:<!doctype html|<html)/i.test(head.replace('\u00ef\u00bb\u00bf', ''))) return 'an HTML page'
  if (isBlank(bytes)) return 'empty'
  return isBinary(bytes) ? 'binary' : 'text'
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

/** Text has no NUL, and next to no other control characters. A UTF-16 file has NULs: it is told apart when decoded. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isUtf16 && bytes.subarray(0, 65_536).includes(0)
}
