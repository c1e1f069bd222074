import { describe, expect, test } from '@jest/globals'
import { decisionKind } from '../../../indexer/enrich/decisions.ts'
import { MOVER_WORDS } from '../../../indexer/enrich/movers.ts'
import { votesIn } from '../../../indexer/enrich/votes.ts'
import { enriched, minutesOfItem } from '../../builders/record.ts'

const decisionsIn = (...paragraphs: readonly string[]) =>
  enriched(minutesOfItem('Ferries', ...paragraphs)).decisions

const textsOf = (...paragraphs: readonly string[]): string[] =>
  decisionsIn(...paragraphs).map(({ text }) => text)

describe('the kind of a decision is its first operative verb', () => {
  test.each([
    ['RESOLVED that the report be noted.', 'noted'],
    ['RESOLVED: To note the report and agree to a further update.', 'noted'],
    ['RESOLVED to support the appointment.', 'supported'],
    ['The Terms of Reference were therefore approved.', 'approved'],
    ['RESOLVED that the minutes were an accurate record.', 'resolved'],
    ['RESOLVED that the policy be adopted and its cost noted.', 'approved'],
    ['RESOLVED that (a) note be taken of the tides.', 'noted'],
    ['RESOLVED that the notes be kept.', 'resolved'],
    ['The minutes were agreed.', 'agreed'],
  ])('%s', (text, kind) => {
    expect(decisionKind(text)).toBe(kind)
  })
})

describe('what was decided', () => {
  test('a resolution is one whole, whatever its sentences', () => {
    const text = 'RESOLVED that the ferry be painted. It shall be green.'
    expect(textsOf(text)).toEqual([text])
  })

  test('elsewhere the deciding sentence alone', () => {
    expect(textsOf('Fares had risen. It was agreed that they be lowered. All were glad.')).toEqual([
      'It was agreed that they be lowered.',
    ])
  })

  test('a resolution that ends in the air goes on in the points below it', () => {
    expect(
      textsOf(
        'RESOLVED:',
        'a) that the ferry be painted;',
        'b) that the quay be swept.',
        'The Chair was glad.',
      ),
    ).toEqual(['RESOLVED: a) that the ferry be painted; b) that the quay be swept.'])
    expect(textsOf('RESOLVED that', '1. the ferry be painted.')).toEqual([
      'RESOLVED that 1. the ferry be painted.',
    ])
  })

  test('or in the words that it quotes', () => {
    expect(textsOf('RESOLVED:', '\u201cThat the ferry be painted.\u201d', 'The Chair was glad.')).toEqual([
      'RESOLVED: \u201cThat the ferry be painted.\u201d',
    ])
  })

  test('points below one that is complete are none of it', () => {
    expect(textsOf('RESOLVED that the ferry be painted.', '- The paint is green.')).toEqual([
      'RESOLVED that the ferry be painted.',
    ])
  })

  test('points of the next item are none of it', () => {
    const items = ['12. Fares\n\n(Item B1)\n\nRESOLVED:', '13. Quays\n\n(Item B2)\n\n1. The quay was wet.']
    expect(enriched(['MINUTES of a meeting of the Board.', ...items].join('\n\n')).decisions).toMatchObject([
      { text: 'RESOLVED:' },
    ])
  })

  test.each([
    'The Committee agreed that the ferry was late.',
    'Cllr Roach said that it was a shame.',
    'The notes of the harbour master had been lost.',
    'The owner of the ferry approved of the quay.',
  ])('nothing: %s', (text) => {
    expect(textsOf(text)).toEqual([])
  })

  test('a report decides nothing, save by the word', () => {
    const report = (text: string) =>
      enriched(['To: Harbour Panel', 'Subject: Fares', 'Date: 6 May 2024', text].join('\n\n')).decisions
    expect(report('It was agreed that fares be lowered.')).toEqual([])
    expect(report('RESOLVED that fares be lowered.')).toHaveLength(1)
  })
})

describe('a decision that is printed twice in one item is one', () => {
  const long = 'that the ferry between the quay and the island be painted green before the regatta.'

  test('whole, or cut short', () => {
    expect(textsOf(`RESOLVED ${long}`, 'The Chair was glad.', `It was RESOLVED ${long}`)).toHaveLength(1)
    expect(textsOf(`RESOLVED ${long}`, `Resolved ${long.slice(0, 60)} ...`)).toHaveLength(1)
  })

  test('in another item, with other words, or too short to tell, it is another', () => {
    expect(textsOf(`RESOLVED ${long}`, `RESOLVED ${long.replace('ferry', 'bus')}`)).toHaveLength(2)
    expect(textsOf('RESOLVED that it be noted.', 'RESOLVED that it be noted.')).toHaveLength(2)
    const items = [1, 2].map((item) => `${item}. Fares\n\n(Item B${item})\n\nRESOLVED ${long}`)
    expect(enriched(['MINUTES of a meeting of the Board.', ...items].join('\n\n')).decisions).toHaveLength(2)
  })
})

describe('who moved, and who seconded', () => {
  test.each<[string, string, string | null, string | null]>([
    [
      'in the resolution',
      'RESOLVED that it be painted. Proposed by Cllr Roach, seconded by Mr Pike.',
      'Cllr Roach',
      'Mr Pike',
    ],
    [
      'one after the other',
      'RESOLVED that it be painted, moved by Ada Roach and Ben Ling.',
      'Ada Roach',
      'Ben Ling',
    ],
    [
      'in brackets',
      'RESOLVED that it be painted (Proposed: Cllr Roach, seconded: Cllr Ling).',
      'Cllr Roach',
      'Cllr Ling',
    ],
    ['nobody', 'RESOLVED that the route proposed by the company be noted.', null, null],
  ])('%s', (_, text, mover, seconder) => {
    expect(decisionsIn(text)).toMatchObject([{ mover, seconder }])
  })

  test('in the paragraph beside it', () => {
    const moved = 'On the proposal of Councillor J. Ling, seconded by Councillor B. Pike'
    const movers = { mover: 'Councillor J. Ling', seconder: 'Councillor B. Pike' }
    expect(decisionsIn(moved, 'RESOLVED that it be painted.')).toMatchObject([movers])
    expect(decisionsIn('RESOLVED that it be painted.', `${moved}.`)).toMatchObject([movers])
  })

  test('each way of naming them is known by its example', () => {
    for (const { who, example } of MOVER_WORDS) {
      const [decision] = decisionsIn(`RESOLVED that it be painted. ${example}.`)
      expect([example, decision?.[who]]).toEqual([example, expect.stringMatching(/Roach|Ling|Pike/)])
    }
  })
})

describe('how the vote went', () => {
  test.each([
    ['in figures', 'On a vote there were 7 votes for, 3 against and 2 abstentions.', [7, 3, 2]],
    ['in words', 'Seven members voted in favour, none against, one abstained.', [7, 0, 1]],
    ['as a score', 'The motion was carried by 7 votes to 3.', [7, 3, null]],
    ['in a list', 'Voting: For: 7, Against: 3, Abstained: 2', [7, 3, 2]],
  ])('%s', (_, text, [inFavour, against, abstained]) => {
    expect(votesIn([text])).toMatchObject({ for: inFavour, against, abstained, named: [] })
  })

  test('by name, each counted where no number is given', () => {
    expect(votesIn(['For: Cllr Roach, Cllr Ling and Mr Pike.', 'Against (1): Mrs Fisher'])).toEqual({
      for: 3,
      against: 1,
      abstained: null,
      named: [
        { name: 'Cllr Roach', vote: 'for' },
        { name: 'Cllr Ling', vote: 'for' },
        { name: 'Mr Pike', vote: 'for' },
        { name: 'Mrs Fisher', vote: 'against' },
      ],
    })
  })

  test.each(['The ferry was late.', 'A vote was taken.', 'He voted for ferries all his life.'])(
    '%s tells nothing',
    (text) => {
      expect(votesIn([text])).toBeNull()
    },
  )

  test('the vote beside a decision is that of the decision', () => {
    expect(
      decisionsIn('On a vote there were 7 for and 3 against.', 'RESOLVED that it be painted.'),
    ).toMatchObject([{ votes: { for: 7, against: 3 } }])
    expect(decisionsIn('RESOLVED that it be painted.')).toMatchObject([{ votes: null }])
  })
})

describe('decisions beside one another', () => {
  test('two that begin alike are two', () => {
    expect(
      textsOf(
        'RESOLVED that the sum of five hundred pounds be granted to the Rowing Club.',
        'RESOLVED that the sum of five hundred pounds be granted to the Ladies Cricket Club.',
      ),
    ).toHaveLength(2)
  })

  test('each has its own mover, though the line stands between the two', () => {
    const decisions = decisionsIn(
      'RESOLVED that the slip be painted.',
      'Proposed by Cllr Roach, seconded by Cllr Ling.',
      'RESOLVED that the lamp be mended.',
      'Proposed by Cllr Pike, seconded by Cllr Cod.',
    )
    expect(decisions.map(({ mover, seconder }) => [mover, seconder])).toEqual([
      ['Cllr Roach', 'Cllr Ling'],
      ['Cllr Pike', 'Cllr Cod'],
    ])
  })

  test('the votes of one are not those of the next', () => {
    const decisions = decisionsIn(
      'RESOLVED that the slip be painted (7 votes for, 3 against).',
      'RESOLVED that the lamp be mended.',
    )
    expect(decisions.map(({ votes }) => votes?.for ?? null)).toEqual([7, null])
  })
})

test('a year is no count of votes', () => {
  expect(votesIn(['RESOLVED that a named vote on the budget 2024/25 for roads be held.'])).toBeNull()
})
