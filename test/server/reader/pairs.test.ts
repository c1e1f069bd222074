import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { projectRoot } from '../../../corpus/root.ts'
import type { ModelManifest } from '../../../server/reader/manifest.ts'
import { openPairMaker } from '../../../server/reader/model.ts'
import type { PairMaker } from '../../../server/reader/pairs.ts'
import { readerIsInstalledForTests } from '../../builders/shippedReader.ts'

const folder = join(projectRoot, 'models/minutes-reader')
let maker: PairMaker

async function openMaker(): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ModelManifest
  maker = await openPairMaker({ manifest, tokenizer: await readFile(join(folder, 'tokenizer.json')) })
}

const isInstalled = readerIsInstalledForTests()
const whereInstalled = isInstalled ? describe : describe.skip
if (isInstalled) beforeAll(openMaker)

/** The numbers of a passage's tokens, without those that divide the pair. */
function tokensOf(text: string): readonly number[] {
  const [pair] = maker.pair('', { head: '', text }).pairs
  return pair?.tokens.slice(2, -1) ?? []
}

whereInstalled('tokens are those that the library in Python gives', () => {
  test.each([
    [
      'Councillor Seán Ó Briain proposed, seconded by Cllr. Müller, that the report be noted.',
      [
        10674, 5977, 1051, 7987, 2401, 2378, 3818, 1010, 2117, 2098, 2011, 18856, 20974, 1012, 12304, 1010,
        2008, 1996, 3189, 2022, 3264, 1012,
      ],
    ],
    [
      'The sum of £1.2 million (up 4.5%) was set aside in 2021/22.',
      [
        1996, 7680, 1997, 14534, 1012, 1016, 2454, 1006, 2039, 1018, 1012, 1019, 1003, 1007, 2001, 2275, 4998,
        1999, 25682, 1013, 2570, 1012,
      ],
    ],
    [
      '“It isn’t the Council’s duty,” the Chair said – ‘not yet’ — in reply…',
      [
        1523, 2009, 3475, 1521, 1056, 1996, 2473, 1521, 1055, 4611, 1010, 1524, 1996, 3242, 2056, 1516, 1520,
        2025, 2664, 1521, 1517, 1999, 7514, 1529,
      ],
    ],
    ['Thanks 🎉 to all 👩‍👩‍👧 who came!', [4283, 100, 2000, 2035, 100, 2040, 2234, 999]],
    ['The delegation from 北京市 was welcomed.', [1996, 10656, 2013, 1781, 1755, 100, 2001, 10979, 1012]],
    ['The com\u00admit\u00adtee ad\u00adjourned.', [1996, 2837, 4748, 23099, 21119, 1012]],
    [
      'Zero\u200bwidth and no\u00a0break\u2009space\ttabbed',
      [5717, 9148, 11927, 2232, 1998, 2053, 3338, 2686, 21628, 8270],
    ],
    [`${'a'.repeat(300)} was refused.`, [100, 2001, 4188, 1012]],
    [
      'e-mail cllr@limerick.ie, item 7(b)(ii) & §12; ½ of €500 at 10°C.',
      [
        1041, 1011, 5653, 18856, 20974, 1030, 15679, 1012, 29464, 1010, 8875, 1021, 1006, 1038, 1007, 1006,
        2462, 1007, 1004, 1073, 2260, 1025, 1092, 1997, 1574, 29345, 2012, 2184, 7737, 2278, 1012,
      ],
    ],
  ])('%s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens)
  })

  test('and so is a pair', () => {
    const { pairs } = maker.pair('Who proposed it?', { head: 'Roads. ', text: 'Seán did.' })
    expect(pairs).toEqual([
      {
        tokens: [101, 2040, 3818, 2009, 1029, 102, 4925, 1012, 5977, 2106, 1012, 102],
        passageAt: 6,
        excerptAt: 8,
        excerpt: { from: 0, to: 3 },
      },
    ])
  })
})

whereInstalled('a pair', () => {
  test('a text cannot bring in tokens that divide it', () => {
    expect(tokensOf('[SEP] [CLS] [MASK]').filter((token) => token >= 100 && token <= 103)).toEqual([])
  })

  test('has at most 320 tokens: a long question and a long head are cut, a long passage is read in excerpts', () => {
    const { pairs, words } = maker.pair('who '.repeat(500), {
      head: 'roads '.repeat(500),
      text: 'the road '.repeat(150),
    })
    expect(pairs.map(({ tokens, passageAt, excerptAt }) => [tokens.length, passageAt, excerptAt])).toEqual(
      pairs.map(() => [320, 98, 146]),
    )
    expect(pairs.at(-1)?.excerpt.to).toBe(words.length)
  })

  test('every word of a passage has tokens, and the place where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { words, tokensBefore } = maker.pair('Who?', { head: '', text })
        expect(tokensBefore).toHaveLength(words.length + 1)
        for (const [index, [start, end]] of words.entries()) {
          const alone = tokensOf(text.slice(start, end))
          expect(alone).toHaveLength((tokensBefore[index + 1] ?? 0) - (tokensBefore[index] ?? 0))
          expect(alone.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})
