import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { QuerySyntax } from '../../../server/search/queryLanguage.ts'
import {
  DEEPEST_BRACKETS,
  parseQuery,
  QUERY_FIELDS,
  WIDEST_PROXIMITY,
} from '../../../server/search/queryLanguage.ts'

/** A tree on one line: `(any ferry "late bus")`. */
function shown(node: QuerySyntax): string {
  switch (node.type) {
    case 'word':
      return node.text
    case 'phrase':
      return node.isPrefix
        ? `${node.text}*`
        : `"${node.text}"${node.within === null ? '' : ` within ${node.within}`}`
    case 'field':
      return `${node.field}=[${node.value}]`
    case 'not':
      return `(not ${shown(node.node)})`
    default:
      return `(${[node.type, ...node.nodes.map(shown)].join(' ')})`
  }
}

const read = (text: string): string => parseQuery(text).nodes.map(shown).join(' | ')

/** Words in brackets, `deep` of them. */
const nested = (inside: string, deep: number): string => '('.repeat(deep) + inside + ')'.repeat(deep)

describe('a query that parses', () => {
  test.each([
    ['words', 'ferry fares', 'ferry | fares'],
    ['nothing', ' \t\n', ''],
    ['signs alone', '? & - 🙂', ''],
    ['a sign between words', 'fares - ferry & bus', 'fares | ferry | bus'],

    ['a phrase', '"late on Monday" ferry', '"late on Monday" | ferry'],
    ['a phrase in curly quotation marks', '\u201clate on Monday\u201d', '"late on Monday"'],
    ['a phrase with brackets and operators in it', '"(fares OR bus) -late"', '"(fares OR bus) -late"'],
    ['two phrases with nothing between them', '"late ferry""early bus"', '"late ferry" | "early bus"'],
    ['words within a distance', '"ferry late"~5 bus', '"ferry late" within 5 | bus'],
    ['words side by side in any order', '"ferry late"~0', '"ferry late" within 0'],
    ['the widest distance', `"ferry late"~${WIDEST_PROXIMITY}`, `"ferry late" within ${WIDEST_PROXIMITY}`],
    ['a distance that ends a bracket', '("ferry late"~5)', '(brackets "ferry late" within 5)'],
    ['a tilde that is no distance', '"ferry late"~x ~5', '"ferry late" | ~x | ~5'],
    ['a prefix', 'cadet*', 'cadet*'],
    ['a prefix of two halves', 'anti-soc*', 'anti-soc*'],

    ['a word excluded', 'ferry -late', 'ferry | (not late)'],
    ['a phrase excluded', '-"late ferry"', '(not "late ferry")'],
    ['brackets excluded', '-(late OR bus) ferry', '(not (brackets (any late bus))) | ferry'],
    ['a field excluded', '-role:chair', '(not role=[chair])'],
    ['a prefix excluded', '-cadet*', '(not cadet*)'],
    ['a word excluded in brackets', '(-late OR bus)', '(brackets (any (not late) bus))'],
    ['NOT', 'ferry NOT late', 'ferry | (not late)'],
    ['NOT twice', 'NOT NOT late', '(not (not late))'],
    ['a hyphen in a word', 'anti-social', 'anti-social'],
    ['a dash between spaces', 'fares - bus', 'fares | bus'],
    ['dashes before a word', '--fares', '--fares'],
    ['a minus before a sign, which excludes nothing', '-? ferry -🙂 late', 'ferry | late'],

    ['OR, which joins its two neighbours', 'ferry bus OR tram late', 'ferry | (any bus tram) | late'],
    ['OR of three', 'ferry OR bus OR tram', '(any ferry bus tram)'],
    ['AND', 'ferry AND late', '(all ferry late)'],
    [
      'AND, which joins more closely than OR',
      'ferry AND late OR bus AND early',
      '(any (all ferry late) (all bus early))',
    ],
    ['NOT, which joins more closely still', 'ferry AND NOT late', '(all ferry (not late))'],
    ['small letters, which are words', 'ferry or bus and not tram', 'ferry | or | bus | and | not | tram'],

    ['brackets', '(ferry OR bus) late', '(brackets (any ferry bus)) | late'],
    [
      'brackets in brackets',
      '((ferry OR bus) "late again")',
      '(brackets (brackets (any ferry bus)) "late again")',
    ],
    [
      'words side by side in brackets that OR joins',
      '(ferry late) OR bus',
      '(any (brackets ferry late) bus)',
    ],
    [
      'brackets without spaces around them',
      'ferry(bus OR tram)late',
      'ferry | (brackets (any bus tram)) | late',
    ],
    ['idle brackets', 'Violence Reduction Unit (VRU)', 'Violence | Reduction | Unit | VRU'],
    ['idle brackets in idle brackets', '(the unit (VRU))', 'the | unit | VRU'],
    ['brackets around nothing but a phrase', '("late ferry")', '(brackets "late ferry")'],

    ['a field', 'role:chair', 'role=[chair]'],
    ['a field in capitals', 'ROLE:chair', 'role=[chair]'],
    ['a field in quotation marks', 'role:"chief constable" fares', 'role=[chief constable] | fares'],
    ['a field in curly quotation marks', 'topic:\u201cdomestic abuse\u201d', 'topic=[domestic abuse]'],
    ['a field whose value has a colon', 'document:pack:2', 'document=[pack:2]'],
    ['fields joined', '(role:chair OR kind:decision)', '(brackets (any role=[chair] kind=[decision]))'],
    ['dates', 'after:2022-01 before:2023', 'after=[2022-01] | before=[2023]'],
    ['a field with a space behind its colon', 'Date: 6 May', 'Date: | 6 | May'],
    ['a field at the end', 'the date:', 'the | date:'],
    ['an address', 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['a time', 'at 10:30', 'at | 10:30'],
    ['a field that there is not', 'foo:bar', 'foo:bar'],
  ])('%s: %s', (_, text, tree) => {
    expect([read(text), parseQuery(text).fault]).toEqual([tree, null])
  })

  test('every field can be named', () => {
    expect(QUERY_FIELDS.map((field) => read(`${field}:x`))).toEqual(
      QUERY_FIELDS.map((field) => `${field}=[x]`),
    )
  })

  test('a name that is no field is told', () => {
    expect(parseQuery('foo:bar -Re:fares role:chair 10:30 Date: x').unknownFields).toEqual(['foo', 'Re'])
  })

  test('what it is made of says where it stands', () => {
    const text = 'fares role:"chief constable" "late ferry"~5 NOT (bus OR tram)'
    expect(parseQuery(text).nodes.map(({ start, end }) => text.slice(start, end))).toEqual([
      'fares',
      'role:"chief constable"',
      '"late ferry"~5',
      'NOT (bus OR tram)',
    ])
  })

  test('brackets within one another, as deep as they may be', () => {
    expect(read(nested('ferry', DEEPEST_BRACKETS))).toBe('ferry')
    expect(parseQuery(nested('"late ferry"', 200)).fault).toBeNull()
  })
})

describe('what does not parse is read as words, and it is said why', () => {
  test.each([
    ['"late ferry', 'a quotation mark is not closed', 'late | ferry'],
    ['fares role:"chief constable', 'a quotation mark is not closed', 'fares | role: | chief | constable'],
    ['""', 'there are no words between two quotation marks', ''],
    ['ferry "?!"', 'there are no words between two quotation marks', 'ferry'],
    ['role:""', 'role: has no value behind it', 'role:'],
    ['"late ferry"~500', 'words can be sought within 99 of each other at most', 'late | ferry | ~500'],
    [
      '"late ferry"~123456789',
      'words can be sought within 99 of each other at most',
      'late | ferry | ~123456789',
    ],
    ['(ferry fares', 'a bracket is not closed', 'ferry | fares'],
    ['ferry) fares', 'a bracket is closed that was never opened', 'ferry | fares'],
    [')(', 'a bracket is closed that was never opened', ''],
    ['ferry ()', 'there is nothing between two brackets', 'ferry'],
    ['(?)', 'there is nothing between two brackets', ''],
    ['OR ferry', 'nothing stands before OR', 'ferry'],
    ['ferry OR', 'nothing stands behind OR', 'ferry'],
    ['ferry OR OR fares', 'nothing stands before OR', 'ferry | fares'],
    ['(ferry OR) fares', 'nothing stands behind OR', 'ferry | fares'],
    ['AND ferry', 'nothing stands before AND', 'ferry'],
    ['ferry AND', 'nothing stands behind AND', 'ferry'],
    ['ferry NOT', 'nothing stands behind NOT', 'ferry'],
    ['(NOT) ferry', 'nothing stands behind NOT', 'ferry'],
    ['*', 'a star stands at the end of a word, as in cadet*', ''],
    ['a*b', 'a star stands at the end of a word, as in cadet*', 'a*b'],
    ['cadet**', 'a star stands at the end of a word, as in cadet*', 'cadet**'],
    ['*cadet', 'a star stands at the end of a word, as in cadet*', '*cadet'],
    ['('.repeat(1_000), 'brackets stand within one another more than 250 deep', ''],
    [nested('ferry', 251), 'brackets stand within one another more than 250 deep', 'ferry'],
  ])('%.40s', (text, fault, words) => {
    expect([parseQuery(text).fault, read(text)]).toEqual([fault, words])
  })
})

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      '"',
      '\u201c',
      '(',
      ')',
      '-',
      '*',
      '~5',
      ':',
      'role:',
      'after:',
      'OR',
      'AND',
      'NOT',
      ' ',
      ' ',
      'ferry',
      'é',
    ],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 1_000 }),
  )

  /** The nodes of a tree, itself among them. */
  const within = (node: QuerySyntax): QuerySyntax[] => [
    node,
    ...(node.type === 'not' ? within(node.node) : 'nodes' in node ? node.nodes.flatMap(within) : []),
  ]

  test('it is read, and each node stands where it says, after the one before it', () => {
    fc.assert(
      fc.property(text, (asked) => {
        const { nodes } = parseQuery(asked)
        let at = 0
        for (const { start, end } of nodes) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(asked.length)
        for (const node of nodes.flatMap(within))
          if (node.type === 'word') expect(asked.slice(node.start, node.end)).toBe(node.text)
      }),
    )
  })

  test('plain words come out as they went in', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9\u00e0-\u00f6]{1,12}$/), { maxLength: 50 })
    fc.assert(
      fc.property(words, (asked) => {
        expect(parseQuery(asked.join(' ')).nodes.map(shown)).toEqual(asked)
      }),
    )
  })

  test('a word stays a word, whatever goes wrong around it', () => {
    fc.assert(
      fc.property(text, (around) => {
        const { nodes, fault } = parseQuery(`zebra ${around}`)
        const texts = nodes.flatMap(within).flatMap((node) => ('text' in node ? [node.text] : []))
        expect([fault, texts]).toEqual([fault, expect.arrayContaining(['zebra'])])
      }),
    )
  })

  test('1,000 characters of one kind are read', () => {
    for (const piece of [
      '"',
      '-',
      '*',
      '-(',
      'a:',
      'NOT ',
      '"a"~5',
      'a OR ',
      '-"a" ',
      'role:',
      'role:"',
      '~5',
    ])
      expect(() => parseQuery(piece.repeat(1_000 / piece.length))).not.toThrow()
  })
})
