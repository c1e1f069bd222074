import { describe, expect, test } from '@jest/globals'
import { findSpeakers } from '../../../indexer/enrich/speakers.ts'
import { minutesText } from '../../builders/corpusFolder.ts'
import { enriched, minutesOfItem, parsed } from '../../builders/record.ts'

const spokenOf = (...paragraphs: readonly string[]) => {
  const document = parsed(minutesOfItem('Ferries', ...paragraphs))
  return findSpeakers(document, []).slice(-paragraphs.length)
}

/** Who speaks in each of the given paragraphs of one item. */
function speakersIn(...paragraphs: readonly string[]): string[][] {
  const document = parsed(minutesOfItem('Ferries', ...paragraphs))
  const speakers = findSpeakers(document, [])
  return document.paragraphs.flatMap(({ item: of, kind }, index) =>
    of !== null && kind !== 'heading'
      ? [
          (speakers[index]?.speakers ?? []).map(({ role, name }) =>
            name === null ? role : `${role}: ${name}`,
          ),
        ]
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

describe('posts beside names', () => {
  test.each([
    ['in brackets, not known to the table', 'Mr Sole (Harbour Engineer) said so.', ['Officer: Mr Sole']],
    ['after a comma', 'Ms Cod, Head of Ferries, said so.', ['Officer: Ms Cod']],
  ])('%s', (_, paragraph, speakers) => {
    expect(speakersIn(paragraph)).toEqual([speakers])
  })

  test('are remembered for the rest of the part', () => {
    expect(
      speakersIn('Mr Sole (Clerk) welcomed them.', 'Fares had risen.', 'Mr Sole said so.').at(-1),
    ).toEqual(['Clerk: Mr Sole'])
  })

  test('but not before they have been told', () => {
    expect(speakersIn('Mr Sole said so.', 'Mr Sole (Clerk) said so again.')[0]).toEqual([
      'Panel Member: Mr Sole',
    ])
  })

  test('and give way to what the list of those present says', () => {
    expect(speakersIn('Ms Ling (Clerk) said so.', 'Ms Ling said so again.')[1]).toEqual([
      'Chief Executive: Ms Ling',
    ])
  })
})

describe('whose words each sentence reports', () => {
  test('those of its last speaker, or of who spoke before', () => {
    const [spoken] = spokenOf(
      'The Chair asked about fares. They had risen. The Clerk replied that they would fall.',
    )
    expect(spoken?.voices.map((voice) => voice?.role)).toEqual(['Chair', 'Chair', 'Clerk'])
  })

  test('of nobody, where nobody has the floor', () => {
    expect(spokenOf('Fares had risen. They would fall.')[0]).toEqual({
      speakers: [],
      voices: [null, null],
      speaking: [[], []],
    })
  })

  test('nobody keeps the floor into the next item', () => {
    const item = (number: number, text: string) => `${number}. Fares\n\n(Item B${number})\n\n${text}`
    const { paragraphs, doubts } = enriched(
      minutesText({ items: [item(1, 'The Clerk said so.'), item(2, 'He said so again.')] }),
    )
    expect(paragraphs.at(-1)?.speakers).toEqual([])
    expect(doubts.map(({ kind, paragraphId }) => [kind, paragraphId])).toEqual([
      ['speaker_not_resolved', paragraphs.at(-1)?.id],
    ])
  })

  test('a report speaks with the voice of its author', () => {
    const report = [
      'To: Harbour Panel',
      'Subject: Fares',
      'Date: 6 May 2024',
      '1. The Chair said so. Fares rose.',
    ]
    expect(findSpeakers(parsed(report.join('\n\n')), []).at(-1)).toEqual({
      speakers: [{ role: 'Report author', name: null }],
      voices: [
        { role: 'Report author', name: null },
        { role: 'Report author', name: null },
      ],
      speaking: [[], []],
    })
  })
})

describe('"He" of whom the record does not tell', () => {
  const unclear = (...paragraphs: readonly string[]): string[] =>
    enriched(minutesOfItem('Ferries', ...paragraphs))
      .doubts.filter(({ kind }) => kind === 'speaker_not_resolved')
      .map(({ text }) => text)

  test.each([
    [['She said that fares would rise.'], ['It is not clear who "She" is.']],
    [
      ['He said so.', 'He added that he knew.'],
      ['It is not clear who "He" is.', 'It is not clear who "He" is.'],
    ],
    [['The Clerk said so.', 'He added that he knew.'], []],
    [['He was the last ferryman.'], []],
    [['They said that fares would rise.'], []],
  ])('%j', (paragraphs, doubts) => {
    expect(unclear(...paragraphs)).toEqual(doubts)
  })
})
