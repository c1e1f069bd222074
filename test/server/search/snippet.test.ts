import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sentencesOf } from '../../../indexer/analysis/sentences.ts'
import { termsOfText } from '../../../indexer/analysis/terms.ts'
import { highlighterOf } from '../../../server/search/highlight.ts'
import { makeSnippet } from '../../../server/search/snippet.ts'

/** A collection in which every word is as rare as any other. */
const COLLECTION = { size: 100, paragraphFrequency: () => 1 }

const snippet = (text: string, words: string) => {
  const asked = { type: 'word', text: words, terms: termsOfText(words) } as const
  const highlighter = highlighterOf({ match: 'any', words: [asked], must: [], should: [] }, COLLECTION)
  return makeSnippet({ text, sentences: sentencesOf(text) }, highlighter)
}

describe('a snippet', () => {
  test('marks the words as written, whatever their form', () => {
    expect(snippet('The Panel’s recruits were <b>recruited</b> & trained.', 'recruiting').html).toBe(
      'The Panel’s <mark>recruits</mark> were &lt;b&gt;<mark>recruited</mark>&lt;/b&gt; &amp; trained.',
    )
  })

  test('of a long paragraph is the stretch with most of the words', () => {
    const text =
      `${'Fares were discussed. '.repeat(30)}The ferry to the island had passengers. ${'Nothing more was said. '.repeat(30)}`.trim()
    const made = snippet(text, 'ferry passengers fares')
    expect(made.html).toContain('<mark>ferry</mark>')
    expect(made.text.startsWith('…') && made.text.endsWith('…')).toBe(true)
  })

  test('of a quotation longer than itself is marked from end to end', () => {
    const quotation = 'the ferry of the island and its fares '.repeat(15).trim()
    const text = `${'Nothing was said of it. '.repeat(20)}It was noted ${quotation} at once.`
    const marks = [{ start: text.indexOf('the ferry'), end: text.indexOf(' at once'), weight: 1 }]
    const made = makeSnippet({ text, sentences: sentencesOf(text) }, () => marks)
    const [[start, end] = [0, 0], ...others] = made.ranges
    expect(others).toEqual([])
    expect(made.text.slice(start, end)).toMatch(/^the ferry of the island/)
    expect(end - start).toBeGreaterThan(200)
    expect(made.html).toContain('<mark>the ferry')
  })

  test('is verbatim, and its marks are what matched, whatever the text', () => {
    const word = fc.constantFrom(
      'ferry',
      'the',
      'fares.',
      'rose?',
      '<i>',
      '&',
      'Ó',
      '🙂',
      'a-b',
      'long'.repeat(20),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), (words) => {
        const text = words.join(' ')
        const made = snippet(text, 'ferry fares')
        expect(text).toContain(made.text.replace(/^…|…$/g, ''))
        for (const [start, end] of made.ranges)
          expect(['ferry', 'fares']).toContain(made.text.slice(start, end))
        if (/ferry|fares/.test(text)) expect(made.ranges.length).toBeGreaterThan(0)
        expect(made.html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })
})
