/** What a file is by its first bytes, whatever its name says. */
export type FileFormat =
  | 'empty'
  | 'text'
  | 'binary'
  | 'a PDF'
  | 'a ZIP file'
  | 'an old or encrypted Office document'
  | 'an HTML page'
  | 'an RTF document'

const SIGNATURES: readonly (readonly [signature: string, format: FileFormat])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP file'],
  ['PK\u0005\u0006', 'a ZIP file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old or encrypted Office document'],
  ['{\\rtf', 'an RTF document'],
]

const SNIFFED_BYTES = 65_536
const BYTE_ORDER_MARK = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/
/** What may stand before the first element of a page. */
const BEFORE_PAGE: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '>'],
]
/** The first element of a page, or of a piece of one. */
const FIRST_TAG =
  /^<(?:!doctype html|(?:html|head|body|title|meta|link|base|style|script|div|table|p|h[1-6]|ul|ol|dl|main|section|article|header|nav|form|span|font|center|br|hr|img|a|b|i|strong|em)[\s/>])/i

export function fileFormat(bytes: Uint8Array): FileFormat {
  const head = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString('latin1')
  for (const [signature, format] of SIGNATURES) if (head.startsWith(signature)) return format
  if (isHtml(head)) return 'an HTML page'
  if (isBlank(bytes)) return 'empty'
  return isBinary(bytes) ? 'binary' : 'text'
}

/** Of a UTF-16 page only every other byte tells. */
function isHtml(head: string): boolean {
  let rest = head.replace(BYTE_ORDER_MARK, '').replaceAll('\0', '').trimStart()
  for (let skipped = afterRemark(rest); skipped !== null; skipped = afterRemark(rest)) rest = skipped
  return FIRST_TAG.test(rest)
}

function afterRemark(text: string): string | null {
  const remark = BEFORE_PAGE.find(([start]) => text.startsWith(start))
  if (!remark) return null
  const end = text.indexOf(remark[1], remark[0].length)
  return end < 0 ? null : text.slice(end + remark[1].length).trimStart()
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

/** Text has no NUL, and next to no other control characters. A UTF-16 file has NULs: it is told apart when decoded. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isUtf16 && bytes.subarray(0, 65_536).includes(0)
}
