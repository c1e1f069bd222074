import type { ExtractedText } from '../../corpus/model/extractedText.ts'
import { decodeUtf8 } from './decode.ts'
import { fileFormat } from './fileFormat.ts'
import { Refusal } from './refusal.ts'
import { extractText } from './text.ts'

/**
 * Reads the lines of a published file.
 *
 * @param bytes the whole file
 * @throws Refusal where the file is empty, binary, not UTF-8 or of a format that is not read
 */
export async function extract(bytes: Uint8Array): Promise<ExtractedText> {
  const format = fileFormat(bytes)
  switch (format) {
    case 'empty':
      throw new Refusal('it is empty', 'publish the file again, or remove it')
    case 'text':
      return extractText(decodeUtf8(bytes))
    case 'binary':
      throw new Refusal('it is not a document but binary data', 'remove it from the corpus folder')
    default:
      throw new Refusal(
        `it is ${format}, which is not read yet`,
        'save it as plain text (UTF-8) beside the original',
      )
  }
}
