import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import type { Span } from '../../../corpus/model/document.ts'
import { markedText } from '../../../server/presenters/markedText.ts'

/** What a browser makes of HTML, as text. */
function textContent(html: string): string {
  const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  return textOf(parseFragment(html))
}

const link = (span: Span) => ({ span, attributes: { href: '#acronym-vru' } })

test('a mark and a link side by side', () => {
  expect(markedText('The VRU met twice.', [[8, 11]], [link([4, 7])])).toBe(
    'The <a href="#acronym-vru">VRU</a> <mark>met</mark> twice.',
  )
})

test('a mark that reaches over a link is cut at both of its ends', () => {
  expect(markedText('new VRU funding', [[0, 15]], [link([4, 7])])).toBe(
    '<mark>new </mark><a href="#acronym-vru"><mark>VRU</mark></a><mark> funding</mark>',
  )
})

test('text and attributes are escaped', () => {
  const attributes = { 'data-means': 'Arts & "Events"' }
  expect(markedText('A&E <b>', [], [{ span: [0, 3], attributes }])).toBe(
    '<a data-means="Arts &amp; &quot;Events&quot;">A&amp;E</a> &lt;b&gt;',
  )
})

test('whatever is marked and linked, the text stays as it is', () => {
  const spans = (length: number) =>
    fc
      .uniqueArray(fc.nat(length), { maxLength: 12 })
      .map((cuts) => cuts.sort((a, b) => a - b))
      .map((cuts) =>
        Array.from({ length: Math.floor(cuts.length / 2) }, (_, index): Span => [
          cuts[2 * index] ?? 0,
          cuts[2 * index + 1] ?? 0,
        ]),
      )
  // A browser makes a line feed of a carriage return, and drops NUL; the record has neither, for its white space is collapsed.
  const character = fc.constantFrom(
    'a',
    'V',
    ' ',
    '&',
    '<',
    '>',
    '"',
    "'",
    '\u00e9',
    '\u{1f642}',
    '&amp;',
    '</a>',
    '\u2019',
  )
  const text = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(''))
  const cases = text.chain((one) => fc.tuple(fc.constant(one), spans(one.length), spans(one.length)))
  fc.assert(
    fc.property(cases, ([one, marks, links]) => {
      // A span may part the halves of a character: what a search marks and what a short form is never does.
      const isWhole = (spans: readonly Span[]) =>
        spans.flat().every((at) => !/[\udc00-\udfff]/.test(one.charAt(at)))
      fc.pre(isWhole(marks) && isWhole(links))
      expect(textContent(markedText(one, marks, links.map(link)))).toBe(one)
    }),
  )
})
