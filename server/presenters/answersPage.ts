import { formatDate } from '../../corpus/model/formatDate.ts'
import type { AnswerableKind, AnswerCounts, Measured } from '../answer/measured.ts'
import { ANSWERABLE_KINDS } from '../answer/measured.ts'
import { PATHS } from '../paths.ts'
import type { PageHead } from './pageHead.ts'

const HEAD: PageHead = {
  title: 'How answers are made',
  description:
    'How a search finds paragraphs, how an answer is chosen from them, what a program worked out, and how often answers are wrong.',
  path: PATHS.answers,
  crumbs: [],
}

/** What each kind of question asks for, in a reader's words. */
const KIND_LABELS: Readonly<Record<AnswerableKind, string>> = {
  number: 'How many, or how much',
  who: 'Who',
  date: 'When',
  commitment: 'What somebody is to do',
  decision: 'What was decided',
  position: 'What somebody thought or said',
  reason: 'Why',
  definition: 'What something is',
  comparison: 'How two values compare',
  yes_no: 'Whether it is so',
}

/** How answers are made, and how often they were right when that was measured. @param isRead does this copy use the reader? */
export function presentAnswersPage({ answers, search }: Measured, isRead: boolean) {
  const counts = ANSWERABLE_KINDS.map((kind) => answers.answerable[kind])
  const all = sumOf([...counts, answers.unanswerable])
  const answerable = sumOf(counts)
  const inAHundred = (share: number): number => Math.round(share * 100)
  return {
    head: HEAD,
    isRead,
    measured: {
      day: formatDate(answers.day),
      asked: askedOf(all),
      answerable: { ...answerable, asked: askedOf(answerable) },
      unanswerable: { ...answers.unanswerable, asked: askedOf(answers.unanswerable) },
      given: all.right + all.wrong,
      wrong: all.wrong,
      wrongInAHundred: inAHundred(all.wrong / (all.right + all.wrong)),
    },
    kinds: [
      ...ANSWERABLE_KINDS.map((kind) => rowOf(KIND_LABELS[kind], answers.answerable[kind])),
      rowOf('What the documents do not say', answers.unanswerable),
    ],
    total: rowOf('All questions', all),
    search: {
      day: formatDate(search.day),
      queries: search.queries,
      usefulInAHundred: inAHundred(search.precisionAt5),
    },
  }
}

const rowOf = (label: string, counts: AnswerCounts) => ({ label, asked: askedOf(counts), ...counts })

const askedOf = ({ right, wrong, silent }: AnswerCounts): number => right + wrong + silent

function sumOf(counts: readonly AnswerCounts[]): AnswerCounts {
  return counts.reduce((sum, { right, wrong, silent }) => ({
    right: sum.right + right,
    wrong: sum.wrong + wrong,
    silent: sum.silent + silent,
  }))
}
