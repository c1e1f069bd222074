import { describe, expect, test } from '@jest/globals'
import { opensDecision } from '../../../indexer/analysis/resolving.ts'

describe('words that open a decision', () => {
  test.each([
    'RESOLVED that the ferry be painted.',
    'It was RESOLVED to paint the ferry.',
    'And RESOLVED to paint it green.',
    'Resolved: that the ferry be painted.',
    'resolved - that the ferry be painted.',
    'It was resolved unanimously that the ferry be painted.',
  ])('%s', (text) => {
    expect(opensDecision(text)).toBe(true)
  })

  test.each([
    'The complaint was RESOLVED in a week.',
    'Resolved complaints had risen by a tenth.',
    'The Panel resolved that the ferry be painted.',
    'UNRESOLVED matters were put off.',
  ])('%s opens none', (text) => {
    expect(opensDecision(text)).toBe(false)
  })
})
