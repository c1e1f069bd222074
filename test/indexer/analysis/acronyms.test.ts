import { describe, expect, test } from '@jest/globals'
import { acronymsIn } from '../../../indexer/analysis/acronyms.ts'

describe('acronyms that a text explains', () => {
  test.each([
    ['the work of the Violence Reduction Unit (VRU), which', 'VRU', 'Violence Reduction Unit'],
    ['violence against women and girls (VAWG)', 'VAWG', 'violence against women and girls'],
    ['three Areas for Improvement (AFIs) were closed', 'AFI', 'Areas for Improvement'],
    ['about anti-social behaviour (ASB).', 'ASB', 'anti-social behaviour'],
  ])('%s', (text, acronym, expansion) => {
    expect(acronymsIn(text)).toEqual([{ acronym, expansion }])
  })

  test.each(['Mr M Scott (Kent Police)', 'the report (Item B1)', 'he said so (OPCC)', 'sixty (60) people'])(
    '%s explains none',
    (text) => {
      expect(acronymsIn(text)).toEqual([])
    },
  )
})
