import { expect, test } from '@jest/globals'
import { quotationNode } from '../../../server/presenters/schemaNodes.ts'

test('a quotation is of people whom the record names, never of a mere role', () => {
  const quotation = {
    text: 'The Chief Executive and the Chair said that fees had risen.',
    path: '/paragraphs/october.a1b2',
    date: '2024-10-10',
    document: { id: 'october', title: 'Minutes' },
  }
  const creatorOf = (speakers: Parameters<typeof quotationNode>[0]['speakers']) =>
    quotationNode({ ...quotation, speakers }, (path) => path).creator
  expect(
    creatorOf([
      { name: 'Ms M Ling', role: 'Chief Executive' },
      { name: null, role: 'Chair' },
    ]),
  ).toEqual([{ '@type': 'Person', name: 'Ms M Ling', jobTitle: 'Chief Executive' }])
  expect(creatorOf([{ name: null, role: 'Chair' }])).toBeUndefined()
})
