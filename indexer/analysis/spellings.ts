/** Two ways in which English spells the same words: British first, then American (or older). */
export interface SpellingRule {
  readonly british: string
  readonly other: string
  readonly example: readonly [british: string, other: string]
}

/** Endings of words that are spelt in two ways. */
export const SPELLING_RULES: readonly SpellingRule[] = [
  { british: 'isation', other: 'ization', example: ['organisation', 'organization'] },
  { british: 'isations', other: 'izations', example: ['organisations', 'organizations'] },
  { british: 'ise', other: 'ize', example: ['recognise', 'recognize'] },
  { british: 'ised', other: 'ized', example: ['recognised', 'recognized'] },
  { british: 'ises', other: 'izes', example: ['recognises', 'recognizes'] },
  { british: 'ising', other: 'izing', example: ['recognising', 'recognizing'] },
  { british: 'iser', other: 'izer', example: ['organiser', 'organizer'] },
  { british: 'isers', other: 'izers', example: ['organisers', 'organizers'] },
  { british: 'yse', other: 'yze', example: ['analyse', 'analyze'] },
  { british: 'ysed', other: 'yzed', example: ['analysed', 'analyzed'] },
  { british: 'ysing', other: 'yzing', example: ['analysing', 'analyzing'] },
  { british: 'our', other: 'or', example: ['behaviour', 'behavior'] },
  { british: 'ours', other: 'ors', example: ['neighbours', 'neighbors'] },
  { british: 'oured', other: 'ored', example: ['honoured', 'honored'] },
  { british: 'ouring', other: 'oring', example: ['labouring', 'laboring'] },
  { british: 'ourhood', other: 'orhood', example: ['neighbourhood', 'neighborhood'] },
  { british: 'ourhoods', other: 'orhoods', example: ['neighbourhoods', 'neighborhoods'] },
  { british: 'centre', other: 'center', example: ['centre', 'center'] },
  { british: 'centres', other: 'centers', example: ['centres', 'centers'] },
  { british: 'metre', other: 'meter', example: ['kilometre', 'kilometer'] },
  { british: 'metres', other: 'meters', example: ['metres', 'meters'] },
  { british: 'ogue', other: 'og', example: ['catalogue', 'catalog'] },
  { british: 'programme', other: 'program', example: ['programme', 'program'] },
  { british: 'programmes', other: 'programs', example: ['programmes', 'programs'] },
  { british: 'elling', other: 'eling', example: ['travelling', 'traveling'] },
  { british: 'elled', other: 'eled', example: ['cancelled', 'canceled'] },
  { british: 'efence', other: 'efense', example: ['defence', 'defense'] },
  { british: 'ffence', other: 'ffense', example: ['offence', 'offense'] },
  { british: 'ffences', other: 'ffenses', example: ['offences', 'offenses'] },
  { british: 'icence', other: 'icense', example: ['licence', 'license'] },
  { british: 'icences', other: 'icenses', example: ['licences', 'licenses'] },
  { british: 'gement', other: 'gment', example: ['judgement', 'judgment'] },
  { british: 'gements', other: 'gments', example: ['acknowledgements', 'acknowledgments'] },
  { british: 'enquiry', other: 'inquiry', example: ['enquiry', 'inquiry'] },
]

const OTHER_ENDINGS: ReadonlyMap<string, readonly string[]> = endings()
const LONGEST_ENDING = Math.max(...Array.from(OTHER_ENDINGS.keys(), (ending) => ending.length))

function endings(): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const { british, other } of SPELLING_RULES) {
    map.set(british, [...(map.get(british) ?? []), other])
    map.set(other, [...(map.get(other) ?? []), british])
  }
  return map
}

/** The other ways to spell a lower-case word, whether or not there is such a word: `tailor` gives `tailour` too. */
export function otherSpellings(word: string): string[] {
  const found = new Set<string>()
  for (let length = Math.min(LONGEST_ENDING, word.length); length > 0; length--) {
    const stem = word.slice(0, -length)
    for (const ending of OTHER_ENDINGS.get(word.slice(-length)) ?? []) found.add(stem + ending)
  }
  return [...found]
}
