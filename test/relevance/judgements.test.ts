import { describe, expect, test } from '@jest/globals'
import { QUERY_CLASSES, readJudgedQueries } from './judgements.ts'
import { searchRequestOf } from './run.ts'
import { documentsWith, shippedTexts } from './shippedTexts.ts'

const queries = readJudgedQueries()

/** Fewer words could stand in many paragraphs, and do not tell one by themselves. */
const SHORTEST_QUOTE = 8

describe('the judgements', () => {
  test('are of sixty queries or more, each with an id of its own', () => {
    expect(queries.length).toBeGreaterThanOrEqual(60)
    expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length)
  })

  test.each(QUERY_CLASSES)('have five queries or more of the class %s', (name) => {
    expect(queries.filter((query) => query.class === name).length).toBeGreaterThanOrEqual(5)
  })

  test.each(queries)(
    '$id: quotes stand in the documents named and in no other, each once judged',
    (query) => {
      const quotes = query.relevant.map(({ quote }) => quote)
      expect(query.relevant.map(({ quote }) => documentsWith(quote))).toEqual(
        query.relevant.map(({ document }) => [document]),
      )
      expect(new Set(quotes).size).toBe(quotes.length)
    },
  )

  test.each(queries)('$id: a quote too short to tell its paragraph stands once', ({ relevant }) => {
    const short = relevant.filter(({ quote }) => quote.split(' ').length < SHORTEST_QUOTE)
    expect(
      short.filter(({ document, quote }) => shippedTexts.get(document)?.split(quote).length !== 2),
    ).toEqual([])
  })

  test.each(queries)('$id: some passage is wanted', ({ relevant }) => {
    expect(relevant.map(({ grade }) => grade)).toContain(3)
  })

  test.each(queries)('$id: the search takes its filters', (query) => {
    expect(searchRequestOf(query).q).toBe(query.query)
  })
})
