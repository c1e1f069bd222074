import type { ExtractedText } from '../../corpus/model/extractedText.ts'
import { decodeUtf8 } from './decode.ts'
import { extractDocx } from './docx.ts'
import { fileFormat } from './fileFormat.ts'
import { extractPdf } from './pdf.ts'
import { extractHtml } from './html.ts'
import { Refusal } from './refusal.ts'
import { extractText } from './text.ts'

/**
 * Reads the lines of a published file.
 *
 * @param bytes the whole file
 * @throws Refusal where the file is empty, binary, damaged, encrypted or of a format that is not read
 */
export async function extract(bytes: Uint8Array): Promise<ExtractedText> {
  const format = fileFormat(bytes)
  switch (format) {
    case 'empty':
      throw new Refusal('it is empty', 'publish the file again, or remove it')
    case 'text':
      return extractText(decodeUtf8(bytes))
    case 'a PDF':
      return extractPdf(bytes)
    case 'an HTML page':
      return extractHtml(bytes)
    case 'a ZIP file':
      return extractDocx(bytes)
    case 'an old or encrypted Office document':
      throw new Refusal(
        'it is a Word document of the old kind (before 2007) or one locked with a password',
        'open it in Word and save it as DOCX, without a password',
      )
    case 'binary':
      throw new Refusal('it is not a document but binary data', 'remove it from the corpus folder')
    default:
      throw new Refusal(
        `it is ${format}, which is not read yet`,
        'save it as plain text (UTF-8) beside the original',
      )
  }
}
