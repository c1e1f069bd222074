import { formatDate } from '../../corpus/model/formatDate.ts'
import { PATHS } from '../paths.ts'
import type { PageHead } from './pageHead.ts'

const HEAD: PageHead = {
  title: 'Accessibility statement',
  description:
    'How accessible On Record is, what is not accessible yet, how it was tested, and what to do if you cannot use a part of it.',
  path: PATHS.accessibility,
  crumbs: [],
}

/** To be changed with the statement, and with what was tested. */
const DAYS = { prepared: '2026-11-22', reviewed: '2026-11-22', tested: '2026-11-22' }

/** @param address where the service is */
export function presentAccessibilityPage(address: string) {
  return {
    head: HEAD,
    address,
    prepared: formatDate(DAYS.prepared),
    reviewed: formatDate(DAYS.reviewed),
    tested: formatDate(DAYS.tested),
  }
}
