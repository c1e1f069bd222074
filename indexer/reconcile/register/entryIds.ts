import { idsOfTexts } from '../../analysis/fingerprint.ts'

/**
 * The ids of entries by the texts that open them: `<document id>.<fingerprint>`, as those of paragraphs are made.
 *
 * @param statements in reading order, those of a document together
 */
export function entryIds(
  statements: readonly { readonly documentId: string; readonly text: string }[],
): string[] {
  const texts = new Map<string, string[]>()
  for (const { documentId, text } of statements) {
    const own = texts.get(documentId)
    if (own) own.push(text)
    else texts.set(documentId, [text])
  }
  return [...texts].flatMap(([documentId, own]) => idsOfTexts(documentId, own))
}
