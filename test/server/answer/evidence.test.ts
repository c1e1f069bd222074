import { expect, test } from '@jest/globals'
import type { CueName } from '../../../server/answer/evidence.ts'
import { CUES, cuesIn } from '../../../server/answer/evidence.ts'

test.each(Object.keys(CUES) as CueName[])('the cue %s stands in its example', (cue) => {
  expect(cuesIn(CUES[cue].example).get(cue)).not.toEqual([])
})
