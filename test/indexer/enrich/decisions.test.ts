import { describe, expect, test } from '@jest/globals'
import { decisionKind } from '../../../indexer/enrich/decisions.ts'

describe('the kind of a decision is its first operative verb', () => {
  test.each([
    ['RESOLVED that the report be noted.', 'noted'],
    ['RESOLVED: To note the report and agree to a further update.', 'noted'],
    ['RESOLVED to support the appointment.', 'supported'],
    ['The Terms of Reference were therefore approved.', 'approved'],
    ['RESOLVED that the minutes were an accurate record.', 'resolved'],
  ])('%s', (text, kind) => {
    expect(decisionKind(text)).toBe(kind)
  })
})
