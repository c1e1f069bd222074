import { PATHS } from '../paths.ts'
import type { PageHead } from './pageHead.ts'

const HEAD: PageHead = {
  title: 'Privacy',
  description:
    'What this service learns of its readers: no cookies, no accounts, nothing from or to other firms. What its log has, and what people named in the record can do.',
  path: PATHS.privacy,
  crumbs: [],
}

/** @param logsSearches does the log of this copy have what is searched for? */
export function presentPrivacyPage(logsSearches: boolean) {
  return { head: HEAD, logsSearches }
}
