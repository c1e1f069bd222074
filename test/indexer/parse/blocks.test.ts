import { describe, expect, test } from '@jest/globals'
import { parsed } from '../../builders/record.ts'

/** The paragraphs of a text as `label|text`. */
const paragraphsOf = (text: string): string[] =>
  parsed(text).paragraphs.map((paragraph) => `${paragraph.label ?? ''}|${paragraph.text}`)

describe('a label that stands alone on its line', () => {
  test.each([
    ['a number', '1.', '1.'],
    ['a letter', '(a)', '(a)'],
    ['a roman number', 'ii)', 'ii)'],
    ['an item', 'Item 4:', 'Item 4:'],
  ])('%s is that of the line below it', (_, line, label) => {
    expect(paragraphsOf(`${line}\n\nThe ferry was late.`)).toEqual([`${label}|The ferry was late.`])
  })

  test('of two labels the first is a paragraph of its own, and so is one at the end', () => {
    expect(paragraphsOf('1.\n\n2.\n\nThe ferry was late.\n\n3.')).toEqual([
      '|1.',
      '2.|The ferry was late.',
      '|3.',
    ])
  })

  test('a row of a table below it keeps its cells, and the label its place', () => {
    const { paragraphs } = parsed('1.\nRoute\tFare\nQuay\t2.50')
    expect(paragraphs.map(({ text, cells }) => [text, cells.length])).toEqual([
      ['1.', 0],
      ['Route Fare', 2],
      ['Quay 2.50', 2],
    ])
  })
})

describe('a rule across the page', () => {
  test.each(['---', '_____', '***', '= = = ='])('%s is in no paragraph', (rule) => {
    expect(paragraphsOf(`The ferry was late.\n\n${rule}\n\nThe quay was wet.`)).toEqual([
      '|The ferry was late.',
      '|The quay was wet.',
    ])
  })

  test.each(['--', '-*-', '- - a'])('%s is none', (line) => {
    expect(paragraphsOf(`The ferry was late.\n\n${line}`)).toHaveLength(2)
  })

  test('a number alone after it is that of a page', () => {
    expect(paragraphsOf('The ferry was late.\n\n---\n\n12\n\nThe quay was wet.')).toEqual([
      '|The ferry was late.',
      '|The quay was wet.',
    ])
  })
})

describe('the head of minutes in capitals', () => {
  test('is one paragraph until it has told the year', () => {
    const head = [
      'MINUTES OF A MEETING OF THE',
      '',
      'HARBOUR BOARD',
      '',
      'HELD ON 6 MAY',
      '',
      '2024',
      '',
      'FARES',
    ]
    expect(paragraphsOf([...head, '', 'The ferry was late.'].join('\n'))).toEqual([
      '|MINUTES OF A MEETING OF THE HARBOUR BOARD HELD ON 6 MAY 2024',
      '|FARES',
      '|The ferry was late.',
    ])
  })

  test('a number in it is no label', () => {
    expect(paragraphsOf('MINUTES OF A MEETING HELD ON\n\n6. MAY 2024\n\nThe ferry was late.')[0]).toBe(
      '|MINUTES OF A MEETING HELD ON 6. MAY 2024',
    )
  })
})
