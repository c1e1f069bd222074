import { describe, expect, test } from '@jest/globals'
import {
  firstOrganisation,
  ORGANISATIONS,
  organisationAtEnd,
} from '../../../indexer/analysis/organisations.ts'

describe('organisations that act', () => {
  test.each(ORGANISATIONS.map(({ name, example }) => [name, example]))('%s is "%s"', (name, example) => {
    expect([organisationAtEnd(example), firstOrganisation(example)]).toEqual([name, name])
  })

  test('the one that the last words name', () => {
    expect(organisationAtEnd('the Panel was told that the Council')).toBe('Council')
    expect(organisationAtEnd('the Council told the ferryman')).toBeNull()
  })

  test('the one that a text names first', () => {
    expect(firstOrganisation('The Council told the Committee that the ferry was late.')).toBe('Council')
    expect(firstOrganisation('The ferry was late.')).toBeNull()
  })

  test('a council of one sort is not a council of another', () => {
    expect(organisationAtEnd('the Community Council')).toBe('Community Council')
  })
})
