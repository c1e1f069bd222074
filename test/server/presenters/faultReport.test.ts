import { expect, test } from '@jest/globals'
import { faultReportHref } from '../../../server/presenters/faultReport.ts'

const REPORTED = { what: 'this paragraph', address: 'https://record.example.org/paragraphs/a.b?x=1&y' }

test('a report carries the address of what is at fault, in its subject and in its text', () => {
  const href = faultReportHref('clerk+record@harbour.example.org', REPORTED) ?? ''
  expect(href).toMatch(/^mailto:clerk%2Brecord@harbour\.example\.org\?subject=[^&]+&body=[^&]+$/)
  const { searchParams } = new URL(href)
  expect(searchParams.get('subject')).toBe(`A fault in this paragraph: ${REPORTED.address}`)
  expect(searchParams.get('body')).toContain(`this paragraph:\r\n${REPORTED.address}\r\n`)
})

test('where nobody takes reports there is none', () => {
  expect(faultReportHref(null, REPORTED)).toBeNull()
})
