import { expect, test } from '@jest/globals'
import { CUES, cuesIn } from '../../../server/answer/evidence.ts'
import type { CueName } from '../../../server/answer/evidence.ts'

test.each(Object.entries(CUES).map(([name, { example }]) => [name as CueName, example]))(
  'the cue %s stands in %j',
  (name, example) => {
    expect(cuesIn(example).get(name)).not.toEqual([])
  },
)
