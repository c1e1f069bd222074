import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { exactWords } from '../../../indexer/analysis/exactWords.ts'
import { sentencesOf } from '../../../indexer/analysis/sentences.ts'
import { termsOfWord } from '../../../indexer/analysis/terms.ts'
import type { AnalysedQuery, PhraseNode, QueryNode, WordNode } from '../../../indexer/engine/engine.ts'
import { rarityOf } from '../../../indexer/analysis/rarity.ts'
import { highlighterOf } from '../../../server/search/highlight.ts'
import { makeSnippet } from '../../../server/search/snippet.ts'

/** A collection in which `ferry` is rare and every other word is common. */
const COLLECTION = { size: 100, paragraphFrequency: (term: string) => (term === 'ferri' ? 1 : 50) }

const word = (text: string): WordNode => ({ type: 'word', text, terms: termsOfWord(text).slice(0, 1) })
const phrase = (text: string, more: Partial<PhraseNode> = {}): PhraseNode => ({
  type: 'phrase',
  words: exactWords(text).map((one) => one.text),
  isPrefix: false,
  within: null,
  ...more,
})
const highlighter = (query: Partial<AnalysedQuery>) =>
  highlighterOf({ match: 'any', words: [], must: [], should: [], ...query }, COLLECTION)

/** What is marked, as written. */
const marked = (text: string, query: Partial<AnalysedQuery>): string[] =>
  highlighter(query)(text).map(({ start, end }) => text.slice(start, end))

const MINUTE = 'The Chief Constable said that anti-social behaviour on the ferries was at the heart of it.'

describe('marks of what was found', () => {
  test.each<[string, Partial<AnalysedQuery>, string[]]>([
    ['a word in whatever form', { words: [word('ferry')] }, ['ferries']],
    ['a word with a hyphen, found by its half', { words: [word('social')] }, ['anti-social']],
    ['no stop word', { words: [word('the')] }, []],
    [
      'a phrase as one, with the stop words in it',
      { must: [phrase('on the ferries was')] },
      ['on the ferries was'],
    ],
    ['a phrase across a hyphen', { must: [phrase('anti social behaviour')] }, ['anti-social behaviour']],
    ['no phrase in another form', { must: [phrase('the ferry')] }, []],
    ['no word of a phrase by itself', { must: [phrase('the chief behaviour')] }, []],
    ['a prefix as the whole word', { must: [phrase('behav', { isPrefix: true })] }, ['behaviour']],
    [
      'each of words within a distance',
      { must: [phrase('ferries behaviour', { within: 2 })] },
      ['behaviour', 'ferries'],
    ],
    ['no words further apart', { must: [phrase('ferries behaviour', { within: 1 })] }, []],
    [
      'both sides of an OR',
      { must: [{ type: 'any', nodes: [word('heart'), phrase('at the')] }] },
      ['at the', 'heart'],
    ],
    [
      'nothing that is excluded',
      { words: [word('heart')], must: [{ type: 'not', node: word('ferry') }] },
      ['heart'],
    ],
    [
      'what stands for a word',
      { should: [{ node: phrase('chief constable'), weight: 0.5, standsFor: [0] }] },
      ['Chief Constable'],
    ],
    ['no facet', { must: [{ type: 'facet', field: 'role', values: ['Chair'] }] }, []],
  ])('are on %s', (_, query, expected) => {
    expect(marked(MINUTE, query)).toEqual(expected)
  })

  test('that overlap are one: the longer of two that begin together, else the first', () => {
    expect(
      marked(MINUTE, { words: [word('chief'), word('constable')], must: [phrase('chief constable')] }),
    ).toEqual(['Chief Constable'])
    expect(marked(MINUTE, { must: [phrase('at the heart'), phrase('the heart of')] })).toEqual([
      'at the heart',
    ])
  })

  test('tell more the rarer their word, and most for a phrase', () => {
    const [heart, ferry, both] = [word('heart'), word('ferry'), phrase('the heart')].map(
      (node) => highlighter({ must: [node] })(MINUTE)[0]?.weight ?? 0,
    )
    expect(heart).toBeLessThan(ferry ?? 0)
    expect(ferry).toBeLessThan(both ?? 0)
    expect(rarityOf(1, 100)).toBeGreaterThan(rarityOf(99, 100))
    expect(rarityOf(100, 100)).toBeGreaterThan(0)
  })
})

describe('a snippet of what was found', () => {
  const long = (...sentences: readonly string[]): string =>
    sentences
      .map((sentence) => `${'Nothing was said of it. '.repeat(20)}${sentence} `)
      .join('')
      .trim()
  const snippetOf = (text: string, query: Partial<AnalysedQuery>) =>
    makeSnippet({ text, sentences: sentencesOf(text) }, highlighter(query))

  test('is the stretch with the rarest words', () => {
    const text = long('Fares were fares.', 'The ferry was late.', 'Fares again.')
    expect(snippetOf(text, { words: [word('fares'), word('ferry')] }).text).toContain('The ferry was late.')
  })

  test('is the stretch with the phrase, whatever words stand elsewhere', () => {
    const text = long('The ferry was late.', 'It was at the heart of it.')
    const { html } = snippetOf(text, { words: [word('ferry')], must: [phrase('at the heart')] })
    expect(html).toContain('It was <mark>at the heart</mark> of it.')
  })

  test('marks in order, without overlap, what it says it marks, and its HTML is its text', () => {
    const piece = fc.constantFrom(
      'ferry ',
      'the ',
      'fares ',
      'anti-social ',
      '<b>',
      '& ',
      '. ',
      'It ',
      '🙂',
      '" ',
      "'",
    )
    const node = fc.constantFrom<QueryNode>(
      word('ferry'),
      word('social'),
      phrase('the ferry'),
      phrase('ferry the'),
      phrase('anti social fares'),
      phrase('far', { isPrefix: true }),
      phrase('the fares', { within: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), fc.array(node, { maxLength: 4 }), (pieces, must) => {
        const text = pieces.join('').trim()
        const made = snippetOf(text, { must })
        let at = 0
        for (const [start, end] of made.ranges) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(made.text.length)
        expect(asText(made.html.replace(/<\/?mark>/g, ''))).toBe(made.text)
        const marks = [...made.html.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, inside = '']) =>
          asText(inside),
        )
        expect(marks).toEqual(made.ranges.map(([start, end]) => made.text.slice(start, end)))
        expect(text).toContain(made.text.replace(/^…|…$/g, ''))
      }),
    )
  })
})

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** HTML without tags, as text; a sign that is not escaped does not come through. */
const asText = (html: string): string =>
  html.replace(/&[#\w]+;|[<>"'&]/g, (entity) => CHARACTERS[entity] ?? 'not escaped')
