import { describe, expect, test } from '@jest/globals'
import { parsed } from '../../builders/record.ts'

const HEAD = ['MINUTES of a meeting of the Harbour Board held on Monday 6 May 2024.', 'PRESENT: Cllr A Roach']
const SENTENCE = 'The ferry was late on nine days of the month, as it had been in each of the months before.'

/** The items of minutes with the given lines below their head, as `number | title | reference`. */
function itemsOf(...lines: readonly string[]): string[] {
  return parsed([...HEAD, ...lines].join('\n\n')).items.map(({ number, title, reference }) =>
    [number ?? '-', title, ...(reference === null ? [] : [reference])].join(' | '),
  )
}

describe('items of business', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'with the reference to the agenda below',
      ['7. Fares', '(Item A2)', SENTENCE, '8. Quays', '(Item)', SENTENCE],
      ['7 | Fares | Item A2', '8 | Quays'],
    ],
    ['with the reference beside', ['7. Fares (Item A2)', SENTENCE], ['7 | Fares | Item A2']],
    [
      'with numbered headings',
      ['1. Welcome', SENTENCE, '2. Fares', SENTENCE, '3. Quays', SENTENCE],
      ['1 | Welcome', '2 | Fares', '3 | Quays'],
    ],
    [
      'with a number that lacks its point, and capitals',
      ['1 APOLOGIES', SENTENCE, '2 MATTERS ARISING', SENTENCE],
      ['1 | APOLOGIES', '2 | MATTERS ARISING'],
    ],
    [
      'called items, alone on the line',
      ['Item 1:', 'Welcome', SENTENCE, 'Item 2:', 'Fares', SENTENCE],
      ['1 | Welcome', '2 | Fares'],
    ],
    [
      'called items, with the title',
      ['Item 1: Welcome', SENTENCE, 'Agenda Item No. 2 - Fares', SENTENCE],
      ['1 | Welcome', '2 | Fares'],
    ],
    [
      'marked as headings: of one level, the highest',
      ['## 1. Welcome', SENTENCE, '### 1. The ferry', SENTENCE, '## 2. Fares', SENTENCE],
      ['1 | Welcome', '2 | Fares'],
    ],
    [
      'marked headings begin at any number',
      ['## 41. Welcome', SENTENCE, '## 42. Fares', SENTENCE],
      ['41 | Welcome', '42 | Fares'],
    ],
    [
      'of a web page, with documents offered below',
      [
        'Ferry fares',
        'Additional documents:',
        `${SENTENCE} ... view the full minutes text for item 31`,
        'Quays',
        'Additional documents:',
        SENTENCE,
      ],
      ['31 | Ferry fares', '- | Quays'],
    ],
  ])('%s', (_, lines, items) => {
    expect(itemsOf(...lines)).toEqual(items)
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['a sentence with a number', ['1. Welcome', `2. ${SENTENCE}`], ['1 | Welcome']],
    [
      'a number that goes back',
      ['1. Welcome', SENTENCE, '2. Fares', SENTENCE, '1. Adults'],
      ['1 | Welcome', '2 | Fares'],
    ],
    ['a number far ahead', ['1. Welcome', SENTENCE, '9. Adults'], ['1 | Welcome']],
    [
      'a number before words that are not in capitals',
      ['1 APOLOGIES', SENTENCE, '2 Ferries sailed'],
      ['1 | APOLOGIES'],
    ],
    ['one marked heading alone', ['## Fares', SENTENCE], []],
  ])('%s is no item', (_, lines, items) => {
    expect(itemsOf(...lines)).toEqual(items)
  })

  test('a paragraph belongs to the item above it, and its headings name it', () => {
    const { items, paragraphs } = parsed(
      [...HEAD, '1. Welcome', SENTENCE, '2. Fares', 'A word.'].join('\n\n'),
    )
    expect(items).toHaveLength(2)
    expect(paragraphs.find(({ text }) => text === 'A word.')).toMatchObject({ item: 1, headings: ['Fares'] })
    expect(paragraphs[0]).toMatchObject({ item: null, headings: [] })
  })

  test('a reference that has a label of its own is a point, and keeps it', () => {
    const { items, paragraphs } = parsed([...HEAD, 'Fares', '(a)', '(Item B1)', SENTENCE].join('\n\n'))
    expect(items).toEqual([])
    expect(paragraphs.find(({ text }) => text === '(Item B1)')?.label).toBe('(a)')
  })

  test('an agenda has lines, and no items of business', () => {
    expect(parsed('AGENDA\n\n1. Welcome\n\n2. Fares').items).toEqual([])
  })
})
