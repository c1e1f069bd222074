import { formatDate } from '../../corpus/model/formatDate.ts'
import type { CommitmentEntry } from '../../corpus/model/register.ts'
import { canonicalRole } from '../../indexer/analysis/roles.ts'
import { PATHS, withQuery } from '../paths.ts'
import { figureTitle } from '../presenters/register/figureWords.ts'
import type { CommitmentState } from '../register/commitmentStanding.ts'
import { entryAddress } from '../register/listAddress.ts'
import { today } from '../register/listRequest.ts'
import { isSeries, periodsOf, stageOf } from '../register/registerLists.ts'
import { isTitle } from '../search/fieldValues.ts'
import { shortened } from '../shortened.ts'
import type { Example } from './example.ts'
import { inOurWords } from './example.ts'
import type { ExampleGround, MakeExample } from './example.ts'

const LONGEST_MEASURE = 60

export const journalistExamples: readonly MakeExample[] = [
  whatIsNotDone,
  howFiguresChanged,
  whatIsNotAnswered,
  whatWasNotReported,
  whatWasSaidLast,
]

/** Past its date, or else still open. What is past its date stays so as days go by. */
function whatIsNotDone(ground: ExampleGround): Example | null {
  return (
    commitmentsOf('overdue', ground, (owner) => `What should ${owner} have done by now?`) ??
    commitmentsOf('open', ground, (owner) => `What has ${owner} still to do?`)
  )
}

function commitmentsOf(
  state: CommitmentState,
  { register, rolesHeld }: ExampleGround,
  ask: (owner: string) => string,
): Example | null {
  const { commitments } = register.lists
  const counts = new Map<string, number>()
  for (const whole of commitments.entries) {
    const entry = commitments.asOf(whole, today())
    if (entry === null || !commitments.valuesOf(entry, today()).state?.includes(state)) continue
    for (const owner of ownersOf(entry, rolesHeld)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  if (first === undefined) return null
  const [owner] = first
  return inOurWords(
    ask(isTitle(owner.split(' ')[0] ?? '') ? owner : `the ${owner}`),
    withQuery(PATHS.commitments, { state, owner, sort: state === 'overdue' ? 'due' : undefined }),
  )
}

/** Those who are named by it: not titles, nor posts that many hold at a time. */
function ownersOf({ owners }: CommitmentEntry, { byRole }: ExampleGround['rolesHeld']): readonly string[] {
  return owners.filter((owner) => !isTitle(owner) && (canonicalRole(owner) !== owner || byRole.has(owner)))
}

/** The measure of which the record has the most periods. */
function howFiguresChanged({ register }: ExampleGround): Example | null {
  const [first] = register.lists.figures.entries
    .filter(isSeries)
    .map((entry) => ({ entry, periods: periodsOf(entry) }))
    .sort((a, b) => b.periods - a.periods)
  return first === undefined
    ? null
    : {
        before: 'How did ',
        quoted: shortened(figureTitle(first.entry), LONGEST_MEASURE),
        after: ' change over time?',
        href: entryAddress('figures', first.entry.id),
      }
}

function whatIsNotAnswered({ register }: ExampleGround): Example | null {
  const replies = new Set(register.lists.questions.entries.map(({ reply }) => reply))
  if (replies.has('none'))
    return inOurWords(
      'Which questions have no answer on record?',
      withQuery(PATHS.questions, { reply: 'none' }),
    )
  if (replies.has('elsewhere'))
    return inOurWords(
      'Which questions were to be answered after the meeting?',
      withQuery(PATHS.questions, { reply: 'elsewhere' }),
    )
  return null
}

function whatWasNotReported({ register }: ExampleGround): Example | null {
  const stage = 'requested'
  return register.lists.requests.entries.some((entry) => stageOf(entry) === stage)
    ? inOurWords(
        'Which reports were asked for, and are not found since?',
        withQuery(PATHS.requests, { stage }),
      )
    : null
}

/** In the month of the latest meeting whose minutes are there. */
function whatWasSaidLast({ latestMeetings: { recorded } }: ExampleGround): Example | null {
  const month = recorded[0]?.meeting.date.slice(0, 'YYYY-MM'.length)
  return month === undefined
    ? null
    : inOurWords(
        `What was said in ${formatDate(month)}?`,
        withQuery(PATHS.search, { from: month, to: month, sort: 'newest' }),
      )
}
