import { describe, expect, test } from '@jest/globals'
import { isWithOtherEnding } from '../../../server/check/endings.ts'
import { readQuotation } from '../../../server/check/quotation.ts'

function fits(pasted: string, record: string): boolean {
  const [word] = readQuotation(pasted)[0].words
  if (!word) throw new Error('there is no word')
  return word.text === record || isWithOtherEnding(word, record)
}

describe('letters in brackets at the end of a word stand for', () => {
  test.each([
    ['none', 'report[ed]', 'report'],
    ['the same', 'report[ed]', 'reported'],
    ['-s', 'report[ed]', 'reports'],
    ["-'s, which is folded", "Panel['s]", 'panel'],
    ['-es', 'pass[ed]', 'passes'],
    ['-ed', 'report[s]', 'reported'],
    ['-d', 'agree[s]', 'agreed'],
    ['-ing', 'report[ed]', 'reporting'],
    ['-er', 'report[ing]', 'reporter'],
    ['-e', 'decid[ing]', 'decide'],
    ['what an abbreviation leaves out', 'Comm[ittee]', 'comm'],
    ['a changed capital', '[T]he', 'the'],
    ['a changed capital beside the letter itself', 't[T]he', 'the'],
  ])('%s: %s for %s', (_, pasted, record) => {
    expect(fits(pasted, record)).toBe(true)
  })

  test.each([
    ['any word that begins so', 'report[ed]', 'reportage'],
    ['any word that begins with the letter', 'a[bhor]', 'agreed'],
    ['a longer word of few letters', 'No[w]', 'november'],
    ['a word without "not"', 'was[nt]', 'was'],
    ['a word without "not"', "was[n't]", 'was'],
    ['a word without "not"', 'can[not]', 'can'],
    ['a word without -less', 'use[less]', 'use'],
    ['a negation', 'not[ed]', 'not'],
    ['another number', 'four[teen]', 'four'],
    ['another number', 'six[th]', 'six'],
    ['a month', 'Jan[s]', 'january'],
    ['another word with an ending of the table', 'war[m]', 'ward'],
    ['a word to which -d is no ending', 'war[s]', 'ward'],
    ['a word to which -e is no ending', 'her[s]', 'here'],
    ['what has letters behind the brackets', 'report[ed]ly', 'report'],
    ['a letter more than the capital', 't[T]he', 'he'],
    ['a word without its first letter', 'a[l]l', 'll'],
  ])('never for %s: %s for %s', (_, pasted, record) => {
    expect(fits(pasted, record)).toBe(false)
  })
})
