import { describe, expect, test } from '@jest/globals'
import { findSpeakers } from '../../../indexer/enrich/speakers.ts'
import { extractText } from '../../../indexer/extract/text.ts'
import { parse } from '../../../indexer/parse/index.ts'
import { minutesText } from '../../builders/corpusFolder.ts'

/** Who speaks in each of the given paragraphs of one item. */
function speakersIn(...paragraphs: readonly string[]): string[][] {
  const item = ['12. Ferries', '(Item B1)', ...paragraphs].join('\n\n')
  const parsed = parse(
    { id: 'm', file: 'm.txt', sha256: '', bytes: 0, catalogue: {} },
    extractText(minutesText({ items: [item] })),
  )
  const speakers = findSpeakers(parsed)
  return parsed.paragraphs.flatMap(({ item: of, kind }, index) =>
    of !== null && kind !== 'heading'
      ? [(speakers[index] ?? []).map(({ role, name }) => (name === null ? role : `${role}: ${name}`))]
      : [],
  )
}

describe('who speaks', () => {
  test.each<[string, string, string[]]>([
    ['a post', 'The PCC said that it was helpful.', ['Police and Crime Commissioner']],
    [
      'the one who asks and the one who answers',
      'The Vice-Chairman asked about fares. The Chief Executive replied that they had risen.',
      ['Vice-Chair', 'Chief Executive'],
    ],
    ['after a participle', 'Noting the figures, the T/CC advised that work went on.', ['Chief Constable']],
    [
      'a councillor, as a member',
      'Cllr Roach asked when the service would return.',
      ['Panel Member: Cllr Roach'],
    ],
    [
      'a post with a name',
      'ACC Shiner confirmed that 700 had been contacted.',
      ['Assistant Chief Constable: ACC Shiner'],
    ],
    [
      'a name with its post in brackets',
      "Mr A Harper (PCC's Chief Executive) said so.",
      ['Chief Executive: Mr A Harper'],
    ],
    [
      'a name with its post after a comma',
      'Mr Drysdale, Director of Corporate Services said the savings were harder.',
      ['Officer: Mr Drysdale'],
    ],
    ['the role of a name that the list has', 'Ms Ling explained the delay.', ['Chief Executive: Ms Ling']],
    [
      'who asked, named in the reply',
      'In response to a question from Cllr Roach, the Chair confirmed the date.',
      ['Panel Member: Cllr Roach', 'Chair'],
    ],
    ['nobody', 'Public engagement was critical and went on.', []],
    [
      'not the one who is held to account',
      'The report shows how the PCC holds the Chief Constable to account.',
      [],
    ],
  ])('%s', (_, paragraph, speakers) => {
    expect(speakersIn(paragraph)).toEqual([speakers])
  })

  test('"He" is the one who spoke last, in the paragraph before too', () => {
    expect(speakersIn('The DCO reported an underspend.', 'He added that it would roll forward.')).toEqual([
      ['Deputy Chief Officer'],
      ['Deputy Chief Officer'],
    ])
  })

  test('a list belongs to the speaker of its lead-in', () => {
    expect(speakersIn('- The CFO reported:', '- a fall in reserves', '- a rise in costs')).toEqual([
      ['Chief Finance Officer'],
      ['Chief Finance Officer'],
      ['Chief Finance Officer'],
    ])
  })
})
