import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Paragraph } from '../../../corpus/model/paragraph.ts'
import { projectRoot } from '../../../corpus/root.ts'
import { extractText } from '../../../indexer/extract/text.ts'
import { removeFurniture } from '../../../indexer/parse/furniture.ts'
import { parsed } from '../../builders/record.ts'

const DOCUMENTS = join(projectRoot, 'corpus/documents')
const SHIPPED = readdirSync(DOCUMENTS)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => [file, readFileSync(join(DOCUMENTS, file), 'utf8')] as const)

const MARK_UP = /\*+|^\s*#{1,6}\s|\]\([^)]*\)|\[|<\/?[A-Z]{2}\d{1,3}>/gm
/** Labels whose list may have had a dash before it: `- a.` is the point `a.`. */
const LABEL_AFTER_DASH = /^\(?(?:[a-z]|[ivx]{1,5})[.)]$/

const withoutSpace = (text: string): string => text.replace(/\s/g, '')

/** What the lines of a text hold that is neither white space nor furniture, in order. */
function wordsOfLines(text: string): string {
  return withoutSpace(
    removeFurniture(extractText(text).lines)
      .map((line) => line.text)
      .join(''),
  )
}

/**
 * What is left of the words of the lines when the paragraphs are taken off its front one by one, label and text. Of a
 * label only the dash before a lettered point is lost.
 */
function leftAfter(words: string, paragraphs: readonly Paragraph[]): string {
  let rest = words
  for (const { label, text } of paragraphs) {
    const own = withoutSpace(`${label ?? ''}${text}`)
    const start = label !== null && LABEL_AFTER_DASH.test(label) && /^[-\u2013]/.test(rest) ? 1 : 0
    if (!rest.startsWith(own, start)) return rest
    rest = rest.slice(start + own.length)
  }
  return rest
}

/** The characters of the source that no line holds: white space and mark-up. */
function outsideLines(text: string): string {
  const held = new Set(extractText(text).lines.flatMap(({ offsets }) => offsets))
  return [...text.matchAll(/[^]/g)]
    .map(({ 0: character, index }) => (held.has(index) ? '' : character))
    .join('')
}

function expectWhole(text: string): void {
  const { paragraphs } = parsed(text)
  expect(leftAfter(wordsOfLines(text), paragraphs)).toBe('')
  const spans = paragraphs.flatMap((paragraph) => paragraph.spans)
  for (const [index, [start, end]] of spans.entries()) {
    expect(end).toBeGreaterThan(start)
    expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0)
  }
}

describe('every character of the source stands in exactly one paragraph, in its place', () => {
  test.each(SHIPPED)('%s', (_, text) => {
    expectWhole(text)
  })

  test.each(SHIPPED)('%s: lines leave out white space and mark-up alone', (_, text) => {
    expect(withoutSpace(outsideLines(text).replace(MARK_UP, ''))).toBe('')
  })

  test('whatever the text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.lorem({ maxCount: 25 }),
      fc.constantFrom(...LINES),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        expectWhole(lines.join('\n'))
      }),
      { numRuns: 300 },
    )
  })
})

const LINES = [
  '',
  '',
  '\f',
  '1.',
  '(a)',
  'Item 4:',
  '- a. A point of a list',
  '- A point',
  '\u2022 A point that was made',
  '12. FARES',
  '2 MATTERS ARISING',
  '(Item B1)',
  '## 3. Fares',
  '**Fares** and *quays*',
  'Action\tOwner\tDue date',
  'Paint the ferry\tClerk\t1 May 2024',
  'Paint the quay Open Clerk 01/05/2024',
  'MINUTES OF A MEETING OF THE',
  'HARBOUR BOARD HELD ON',
  'MINUTES of a meeting of the Board held on 1 May 2020.',
  'PRESENT:',
  'Cllr A Roach',
  'RESOLVED that it be noted:',
  'To: the Panel',
  'Subject: Ferries',
  'Date: 1 May 2020',
  'Additional documents:',
  'Page 7',
  '-----',
  'view of the non-',
  'Question 1',
  'Q2: When?',
]
