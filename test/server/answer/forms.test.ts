import { expect, test } from '@jest/globals'
import { formOf } from '../../../server/answer/forms.ts'
import { datesMentioned, namesMentioned } from '../../../server/answer/mentions.ts'

test.each([
  ['Chief Superintendent Sutton', 'titled'],
  ['Cllr K. Sheahan', 'titled'],
  ['Sports Development Officer', 'office'],
  ['Chief Financial Officers', 'office'],
  ['Chief Executive of Mid Kent Mind', 'office'],
  ['Malachy Walsh Ltd', 'body'],
  ['An Bord Plean\u00e1la', 'body'],
  ['Clean Air Strategy', 'thing'],
  ['Nancy Sayer', 'person'],
  ['28 February 2019', 'full_date'],
  ['February 2019', 'month'],
  ['2019', 'year'],
])('%s is by its form a %s', (text, form) => {
  const [mention] = [...datesMentioned(text), ...namesMentioned(text)]
  expect(mention && formOf(mention, text)).toBe(form)
})
