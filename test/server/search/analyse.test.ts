import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { miniSearchEngine } from '../../../indexer/engine/minisearch/index.ts'
import type { Analysis, AnalyseOptions } from '../../../server/search/analyse.ts'
import { analyse, narrowestDates } from '../../../server/search/analyse.ts'
import type { Knowledge } from '../../../server/search/expansion.ts'
import { FieldValues } from '../../../server/search/fieldValues.ts'
import { engineFilters } from '../../../server/search/searchRecord.ts'
import { FILTER_FIELDS } from '../../../indexer/engine/engine.ts'
import type { BuiltEngine } from '../../builders/engine.ts'
import { builtEngine, SEARCH_OPTIONS } from '../../builders/engine.ts'
import { indexedParagraph } from '../../builders/indexedParagraph.ts'

/** Paragraphs of a record of its own each, so that none is found by its neighbours. */
const RECORD = [
  { id: 'unit', text: 'The Violence Reduction Unit reported on knife crime.' },
  { id: 'vru', text: 'The VRU would publish its strategy.' },
  { id: 'hyphen', text: 'Reports of anti-social behaviour had fallen.' },
  { id: 'parted', text: 'Youths had been anti social on the ferry.' },
  { id: 'joined', text: 'It was an antisocial hour for a meeting.' },
  { id: 'british', text: 'The organisation was thanked.' },
  { id: 'american', text: 'An organization from abroad had written.' },
  { id: 'mr', text: 'Mr Palmer asked about parking.' },
  { id: 'cllr', text: 'Cllr Palmer asked about fares.' },
  { id: 'palmer', text: 'Parking would be free.', person: ['a-palmer'], role: ['Member'] },
  { id: 'chair', text: 'The budget had been agreed.', role: ['Chair'], date: '2021-06-07' },
  { id: 'noted', text: 'RESOLVED that it be noted.', kind: ['decision'], date: '2022-12-06' },
  { id: 'constable', text: 'Burglary had fallen.', role: ['Chief Constable'], date: '2022-03' },
  { id: 'commissioner', text: 'He was content.', role: ['Police and Crime Commissioner'] },
  { id: 'tap', text: 'The TAP, a programme for travellers, met. A tap had leaked.' },
  { id: 'programme', text: 'The Traveller Accommodation Programmes were noted.' },
  { id: 'chief', text: 'The chief aim of a constable was safety.' },
  { id: 'miss', text: 'The target had been missed.' },
].map(({ id, text, date = null, ...facets }) => indexedParagraph({ id, text, group: id, date, facets }))

const NAMES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'a-palmer': ['Cllr Ann Palmer', 'Mr Palmer'],
}

let built: BuiltEngine
let knowledge: Knowledge
beforeAll(async () => {
  built = await builtEngine(miniSearchEngine, RECORD)
  knowledge = {
    engine: built.engine,
    acronyms: [
      { acronym: 'VRU', expansion: 'Violence Reduction Unit' },
      { acronym: 'IT', expansion: 'Information Technology' },
      { acronym: 'TAP', expansion: 'Traveller Accommodation Programme' },
    ],
    values: new FieldValues(built.engine, FILTER_FIELDS, (_, value) => NAMES[value] ?? [value]),
  }
})
afterAll(() => built.remove())

type Asked = Partial<Omit<AnalyseOptions, 'unwanted'>> & { readonly unwanted?: readonly string[] }

const read = (text: string, { unwanted = [], ...options }: Asked = {}): Analysis =>
  analyse(text, knowledge, {
    match: 'any',
    readsDates: true,
    dates: { from: null, to: null },
    ...options,
    unwanted: new Set(unwanted),
  })

async function hitsOf(text: string, asked: Asked = {}) {
  const analysis = read(text, asked)
  const { hits } = await built.engine.search(analysis.query, {
    ...SEARCH_OPTIONS,
    ...engineFilters({}, analysis),
    limit: RECORD.length,
  })
  return hits
}

/** What lacks no word of the query. */
async function whole(text: string, asked: Asked = {}): Promise<string[]> {
  const hits = await hitsOf(text, asked)
  return hits.flatMap(({ id, missing }) => (missing.length === 0 ? [id] : [])).sort()
}

const expanded = (text: string, asked: Asked = {}) =>
  read(text, asked).expansions.map(({ kind, from, to }) => [kind, from, to])

describe('words', () => {
  test('are sought each once, and stop words not at all', () => {
    const { query } = read('the fares of the fares and parking')
    expect(query.words.map(({ text }) => text)).toEqual(['fares', 'parking'])
    expect([query.must, query.should]).toEqual([[], []])
  })

  test('as common as can be are found only in quotation marks, and that is said', async () => {
    expect(read('it was of the').remarks).toEqual([
      'Words as common as these are found only between quotation marks.',
    ])
    expect(await whole('"it was"')).toEqual(['joined'])
  })

  test('that are no words at all are passed over', () => {
    expect(read('🙂 ?!').remarks).toEqual([])
  })

  test('one that occurs nowhere is sought as its nearest, unless that is not wanted', async () => {
    expect(read('burglery').corrections).toEqual([{ from: 'burglery', to: 'burglary' }])
    expect(await whole('burglery')).toEqual(['constable'])
    expect(read('burglery', { unwanted: ['burglary'] }).corrections).toEqual([])
    expect(await hitsOf('burglery', { unwanted: ['burglary'] })).toEqual([])
  })

  test('so is one among operators; a correction is told once', async () => {
    expect(read('burglery OR fares burglery').corrections).toEqual([{ from: 'burglery', to: 'burglary' }])
    expect(await whole('burglery AND fallen')).toEqual(['constable'])
  })

  test('one with a hyphen that occurs nowhere is sought as its halves', () => {
    expect(read('knife-parking').query.words.map(({ text }) => text)).toEqual(['knife', 'parking'])
  })
})

describe('operators', () => {
  test.each([
    ['a phrase', '"knife crime"', ['unit']],
    ['a phrase that nobody said', '"crime knife"', []],
    ['words within a distance, in any order', '"crime unit"~4', ['unit']],
    ['a prefix', 'strat*', ['vru']],
    ['both', 'parking AND free', ['palmer']],
    ['either', 'strategy OR budget', ['chair', 'vru']],
    ['a word excluded from what else is found', 'parking -free', ['mr']],
    ['brackets', '(strategy OR budget) AND NOT publish', ['chair']],
    ['either of two fields', '(role:chair OR kind:decision)', ['chair', 'noted']],
    ['a stop word among operators', '"it was" AND an', ['joined']],
  ])('%s: %s', async (_, text, ids) => {
    expect((await hitsOf(text)).map(({ id }) => id).sort()).toEqual(ids)
  })

  test('words beside them rank, and are missed where they do not stand', async () => {
    const hits = await hitsOf('parking "asked about"')
    expect(hits.map(({ id, missing }) => [id, missing])).toEqual([
      ['mr', []],
      ['cllr', [0]],
    ])
  })

  test('a query that does not parse is read as its words, and the reason is given', async () => {
    const { fault, query } = read('"knife crime')
    expect(fault).toBe('a quotation mark is not closed')
    expect(query.words.map(({ text }) => text)).toEqual(['knife', 'crime'])
    expect(await whole('"knife crime')).toEqual(['unit'])
    expect(read('knife OR OR crime').query.words.map(({ text }) => text)).toEqual(['knife', 'crime'])
  })
})

describe('fields', () => {
  test('narrow the result, and can be taken out again', async () => {
    expect(read('budget role:chair agreed').narrowings).toEqual([
      {
        text: 'role:chair',
        without: 'budget agreed',
        filters: [{ type: 'facet', field: 'role', values: ['Chair'] }],
        from: null,
        to: null,
      },
    ])
    expect(await whole('role:chair')).toEqual(['chair'])
    expect(await whole('person:palmer')).toEqual(['palmer'])
    expect(await whole('kind:decision noted')).toEqual(['noted'])
  })

  test('one excluded is no narrowing, and works all the same', async () => {
    expect(read('-role:chair').narrowings).toEqual([])
    const ids = (await hitsOf('-role:chair')).map(({ id }) => id)
    expect([ids.length, ids.includes('chair')]).toEqual([RECORD.length - 1, false])
  })

  test('a value that nothing has is told, with those that there are', async () => {
    expect(read('role:mayor').remarks).toEqual([
      'Nothing in the record has the role mayor. There are: Member; Chair; Chief Constable; Police and Crime Commissioner.',
    ])
    expect(await hitsOf('role:mayor')).toEqual([])
    expect(await hitsOf('(role:mayor OR strategy)')).toMatchObject([{ id: 'vru' }])
  })

  test('of many values ten are told, and how many more there are', async () => {
    const roles = Array.from({ length: 12 }, (_, index) => `Post ${index + 1}`)
    const many = await builtEngine(miniSearchEngine, [
      indexedParagraph({ text: 'x', facets: { role: roles } }),
    ])
    const values = new FieldValues(many.engine, FILTER_FIELDS, (_, value) => [value])
    const options = {
      match: 'any',
      unwanted: new Set<string>(),
      readsDates: true,
      dates: { from: null, to: null },
    } as const
    const [remark] = analyse('role:mayor', { engine: many.engine, acronyms: [], values }, options).remarks
    expect(remark).toMatch(/There are: Post 1; .*; Post 10; and 2 more\.$/)
    await many.remove()
  })

  test('one that there is not is told, once, with those that there are', () => {
    expect(read('foo:bar foo:baz').remarks).toEqual([
      'There is no field foo: it was read as a word. The fields are role, person, topic, body, kind, part, document, after, before, date.',
      'No paragraph has foo, nor bar, nor baz.',
    ])
  })
})

describe('dates', () => {
  test.each([
    ['after:2022', '2022', null, ['constable', 'noted']],
    ['after:2022-12-06', '2022-12-06', null, ['noted']],
    ['after:2022-12-07', '2022-12-07', null, []],
    ['before:2022', null, '2021-12-31', ['chair']],
    ['before:2022-12-06', null, '2022-12-05', ['chair', 'constable']],
    ['date:2022-12-06', '2022-12-06', '2022-12-06', ['noted']],
    ['date:2022', '2022', '2022', ['constable', 'noted']],
    ['since 2022', '2022', null, ['constable', 'noted']],
  ])('%s is from %s to %s', async (text, from, to, ids) => {
    expect(read(text).narrowings).toMatchObject([{ text, filters: [], from, to }])
    expect(await whole(text)).toEqual(ids)
  })

  test('in words they are taken out of the words, unless that is not wanted', () => {
    const { query, narrowings } = read('burglary in March 2022')
    expect([query.words.map(({ text }) => text), narrowings]).toMatchObject([
      ['burglary'],
      [{ without: null }],
    ])
    const asWords = read('burglary in March 2022', { unwanted: ['in March 2022'] })
    expect(asWords.query.words.map(({ text }) => text)).toEqual(['burglary', 'March', '2022'])
    expect(asWords.narrowings).toEqual([])
  })

  test('in words they are words where the reader has set dates', () => {
    expect(read('burglary in March 2022', { readsDates: false }).narrowings).toEqual([])
  })

  test('in words are read however they are spaced', () => {
    expect(read('burglary  since\t2021').narrowings).toMatchObject([{ text: 'since 2021', from: '2021' }])
  })

  test('in quotation marks they are what the record says', () => {
    expect(read('"in March 2022"').narrowings).toEqual([])
  })

  test('one that is none is left out, and that is said', async () => {
    expect(read('fares after:soon')).toMatchObject({
      narrowings: [],
      remarks: ['after:soon was left out: its date is not written as 2022, 2022-03 or 2022-03-31.'],
    })
    expect(await whole('fares after:soon')).toEqual(['cllr'])
    expect(read('date:2022-02-30').remarks).toEqual([
      'date:2022-02-30 was left out: its date is not written as 2022, 2022-03 or 2022-03-31.',
    ])
  })

  test.each<[string, Asked]>([
    ['after:2023 before:2022', {}],
    ['before:2022', { dates: { from: '2023', to: null } }],
    ['after:2023', { dates: { from: null, to: '2021' } }],
  ])('%s is of no day at all, and that is said', (text, asked) => {
    expect(read(`fares ${text}`, asked).remarks).toEqual([
      expect.stringMatching(/^No day is both from 2023 on and up to 2021(-12-31)?: nothing is found\.$/),
    ])
  })

  test('a range of one day is a range', () => {
    expect(read('after:2022-03-31 before:2022-04').remarks).toEqual([])
    expect(read('after:2022-03 date:2022').remarks).toEqual([])
  })

  test('of several the narrowest count', () => {
    const whole = { from: '2022', to: '2022' }
    expect(narrowestDates([whole, { from: '2021-05', to: null }, { from: null, to: '2022-03' }])).toEqual({
      from: '2022',
      to: '2022-03',
    })
    expect(narrowestDates([])).toEqual({ from: null, to: null })
  })
})

describe('what is searched along', () => {
  test('an acronym finds what has it in full, and the other way round, as if it stood there', async () => {
    expect(expanded('VRU')).toEqual([['acronym', 'VRU', 'Violence Reduction Unit']])
    expect(expanded('violence reduction units')).toEqual([['acronym', 'Violence Reduction Unit', 'VRU']])
    expect(await whole('VRU')).toEqual(['unit', 'vru'])
    expect(await whole('vru')).toEqual(['unit', 'vru'])
    expect(await whole('violence reduction unit')).toEqual(['unit', 'vru'])
  })

  test('what is written both ways is searched as it is written', () => {
    expect(expanded('Violence Reduction Unit (VRU)')).toEqual([])
  })

  test('two small letters are a word, not an acronym', () => {
    expect(expanded('it parking')).toEqual([])
  })

  test('an acronym that the record never has in full is itself', () => {
    expect(expanded('IT')).toEqual([])
  })

  test('it is left out where it is not wanted', async () => {
    const asked = { unwanted: ['Violence Reduction Unit'] }
    expect(expanded('VRU', asked)).toEqual([])
    expect(await whole('VRU', asked)).toEqual(['vru'])
  })

  test.each(['anti social', 'antisocial', 'anti-social'])(
    '%s is found however it is written',
    async (text) => {
      expect(await whole(text)).toEqual(['hyphen', 'joined', 'parted'])
    },
  )

  test.each(['organisation', 'organization'])('%s is found in either spelling', async (text) => {
    expect(await whole(text)).toEqual(['american', 'british'])
  })

  test('a spelling that the record has not is not searched', () => {
    expect(expanded('parking behaviour')).toEqual([])
  })

  test('a role finds whatever whoever held it says', async () => {
    expect(expanded('chief constable')).toEqual([['speaker', 'chief constable', 'said by Chief Constable']])
    expect(expanded('T/CC')).toEqual([['speaker', 'T/CC', 'said by Chief Constable']])
    const [hit] = await hitsOf('chief constable burglary')
    expect(hit).toMatchObject({ id: 'constable', matched: ['text', 'speaker'], missing: [] })
  })

  test('a role that nobody in the record holds is words', () => {
    expect(expanded('mayor')).toEqual([])
  })

  test('a person finds whatever the person says, under any title', async () => {
    expect(expanded('Ann Palmer')).toEqual([['speaker', 'Ann Palmer', 'said by Cllr Ann Palmer']])
    expect(await whole('Mr Palmer')).toEqual(['cllr', 'mr', 'palmer'])
    expect(await whole('Cllr Palmer')).toEqual(['cllr', 'mr', 'palmer'])
    expect(await whole('Cllr Palmer', { unwanted: ['said by Cllr Ann Palmer'] })).toEqual(['cllr', 'mr'])
  })

  test('what is typed twice is expanded once', async () => {
    expect(expanded('organisation organisation')).toEqual([['spelling', 'organisation', 'organization']])
    expect(expanded('chair and chairman')).toEqual([['speaker', 'chair', 'said by Chair']])
    expect(await whole('chair chairman')).toEqual(['chair'])
  })

  test('words in quotation marks are sought as they are written', () => {
    expect(expanded('"VRU" -organisation "Chief Constable"')).toEqual([])
  })
})

test('whatever is asked, each part of the answer agrees with the others', async () => {
  const piece = fc.constantFrom(
    ...[
      'VRU',
      'Cllr',
      'Palmer',
      'anti',
      'social',
      'burglery',
      'the',
      'OR',
      'NOT',
      '(',
      ')',
      '"',
      'role:chair',
      'since',
    ],
    ...['2021', 'after:2022', 'foo:bar', '-', '*', '🙂', '\u02bc', 'chief', 'constable', '~3', '\ufdfa'],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
      const text = pieces.join(' ')
      const { query, expansions } = read(text)
      expect(query.should).toHaveLength(expansions.length)
      for (const { standsFor } of query.should)
        for (const word of standsFor) expect(word).toBeLessThan(query.words.length)
      for (const { missing } of await hitsOf(text))
        for (const word of missing) expect(word).toBeLessThan(query.words.length)
    }),
  )
})

describe('what once went wrong', () => {
  test('a misspelt word is expanded as the word that it was corrected to', async () => {
    expect(await whole('cheif constable')).toEqual(['chief', 'constable'])
    expect(await whole('Cllr Palmr')).toEqual(['cllr', 'mr', 'palmer'])
  })

  test('a role is known with the "and" that it has', async () => {
    expect(await whole('police and crime commissioner')).toEqual(['commissioner'])
  })

  test('a name is known without capitals where it is rare', async () => {
    expect(await whole('palmer')).toEqual(['cllr', 'mr', 'palmer'])
  })

  test('an acronym is known in the plural, its long form too; a word in small letters that looks like one is not', async () => {
    expect(await whole('VRUs')).toEqual(['unit', 'vru'])
    expect(await whole('TAP')).toEqual(['programme', 'tap'])
    expect(await whole('tap')).toEqual(['tap'])
  })

  test('"miss" before a word that is no name is no title', async () => {
    expect(await whole('miss target')).toEqual(['miss'])
  })

  test('a word of a phrase that no paragraph has is told, with the nearest', () => {
    expect(read('"burglery had fallen"').remarks).toEqual([
      'No paragraph has burglery (the nearest word is burglary).',
    ])
  })

  test('days of which the record has nothing are words, and that is said', () => {
    const { narrowings, remarks, query } = read('fares in 2012')
    expect(narrowings).toEqual([])
    expect(remarks[0]).toBe('Nothing in the record is dated in 2012: it was read as words.')
    expect(query.words.map(({ text }) => text)).toEqual(['fares', '2012'])
  })

  test('both bounds are read', () => {
    expect(read('fares since 2021 and before 2022').narrowings.map(({ text }) => text)).toEqual([
      'since 2021',
      'before 2022',
    ])
  })

  test('a "not" in small letters is told to be a word', () => {
    expect(read('fares not parking').remarks).toEqual([
      '"not" was read as a word. To leave out what has parking, write -parking.',
    ])
  })

  test('forty phrases, stars and fields are the most', () => {
    expect(read('a* '.repeat(41)).fault).toBe('a query has at most 40 phrases, stars and fields')
  })
})
