import { describe, expect, jest, test } from '@jest/globals'
import type { PairModel } from '../../../server/reader/model.ts'
import type { Pair } from '../../../server/reader/pairs.ts'
import { PairMaker } from '../../../server/reader/pairs.ts'
import { readPassages } from '../../../server/reader/readPassages.ts'

const LATER = Number.MAX_SAFE_INTEGER
const TEN = Array.from({ length: 10 }, () => ({ head: '', text: 'a b' }))

/** A word has as many tokens as it has letters, and a token is its letter's number. */
const pairs = new PairMaker(
  (word) => Array.from(word, (letter) => letter.charCodeAt(0)),
  { begin: 1, divide: 2 },
  20,
)

/** A model whose scores tell where they were taken: a token's number, and its place for evidence. */
function model(onScore: (pair: Pair) => void = () => undefined): PairModel {
  return {
    pairs,
    score: (pair) => {
      onScore(pair)
      return Promise.resolve({
        spanStart: Float32Array.from(pair.tokens),
        spanEnd: Float32Array.from(pair.tokens),
        evidence: Float32Array.from(pair.tokens, (_token, place) => place),
        answerable: pair.excerpt.from,
      })
    },
  }
}

describe('passages are read', () => {
  test('a word begins by its first token and ends by its last, less the score of no answer; evidence is the mean', async () => {
    const text = 'ab, c'
    const readings = await readPassages(model(), {
      question: 'q',
      passages: [{ head: 'h', text }],
      deadline: LATER,
    })
    const scores = Array.from('ab,c', (letter) => letter.charCodeAt(0) - 1)
    expect(readings).toEqual([
      {
        answerable: 0,
        starts: Uint32Array.of(0, 2, 4),
        ends: Uint32Array.of(2, 3, 5),
        spanStart: Float32Array.from([0, 2, 3], (place) => scores[place] ?? 0),
        spanEnd: Float32Array.from([1, 2, 3], (place) => scores[place] ?? 0),
        evidence: Float32Array.of(4.5, 6, 7),
      },
    ])
  })

  test('a word of a long passage is read where most stands around it, and the best excerpt says whether it answers', async () => {
    const text = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'
    const excerpts: unknown[] = []
    const [reading] =
      (await readPassages(
        model(({ excerpt }) => excerpts.push(excerpt)),
        { question: 'q', passages: [{ head: '', text }], deadline: LATER },
      )) ?? []
    expect(excerpts).toEqual([
      { from: 0, to: 16 },
      { from: 8, to: 24 },
      { from: 10, to: 26 },
    ])
    expect(reading?.answerable).toBe(10)
    // Excerpts begin at place 3 of their pairs, so evidence tells how far from its excerpt's beginning a word was read.
    expect([...(reading?.evidence ?? [])].map((place) => place - 3)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 4, 5, 6, 7, 8, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ])
    expect([...(reading?.starts ?? [])].map((start) => text[start]).join('')).toBe(text.replaceAll(' ', ''))
  })

  test('a passage without words is read too', async () => {
    const readings = await readPassages(model(), {
      question: 'q',
      passages: [{ head: '', text: ' ' }],
      deadline: LATER,
    })
    expect(readings?.[0]).toMatchObject({ answerable: 0, starts: new Uint32Array() })
  })

  test('one after the other, and those for which there is no time are left out', async () => {
    let now = 0
    jest.spyOn(Date, 'now').mockImplementation(() => now)
    const slow = model(() => {
      now += 20
    })
    const readings = await readPassages(slow, { question: 'q', passages: TEN, deadline: 50 })
    jest.restoreAllMocks()
    expect(now).toBe(40)
    expect(readings).toHaveLength(10)
    expect(readings?.map((reading) => reading !== null)).toEqual([
      true,
      true,
      ...Array<boolean>(8).fill(false),
    ])
  })

  test('or nothing, where the deadline has passed', async () => {
    expect(await readPassages(model(), { question: 'q', passages: TEN, deadline: Date.now() })).toBeNull()
  })
})
