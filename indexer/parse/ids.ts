import { slugOf } from '../../corpus/model/slug.ts'
import { fingerprint } from '../analysis/fingerprint.ts'

/** A document's id: the slug of its path below the corpus folder, without the ending. */
export function documentId(file: string): string {
  const slug = slugOf(file.replace(/\.[A-Za-z0-9]{1,8}$/, ''))
  return slug === '' ? `document-${fingerprint(file)}` : slug
}
