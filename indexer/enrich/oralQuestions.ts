import type { OralQuestion } from '../../corpus/model/oralQuestion.ts'
import type { ReplyState } from '../../corpus/model/register.ts'
import { isGivenElsewhere } from '../analysis/givenElsewhere.ts'
import type { Exchange } from './exchanges.ts'
import { wordsOf } from './exchanges.ts'

/**
 * Questions asked at the meeting, in reported speech, each with its reply. One whose reply cannot be told from what else
 * was said is left out.
 */
export function findOralQuestions(exchanges: readonly Exchange[]): OralQuestion[] {
  return exchanges.flatMap(({ kind, asked, by, reply, isLeftOpen }) => {
    if (kind !== 'question' || (reply === null && !isLeftOpen)) return []
    const { part, item, id } = asked.paragraph
    const answer = reply && wordsOf(reply)
    return [
      {
        part,
        item,
        text: wordsOf(asked),
        paragraphId: id,
        asker: by,
        reply: replyState(answer, wordsOf(asked)),
        answer,
        answerParagraphId: reply?.paragraph.id ?? null,
        answerer: reply?.by ?? null,
      },
    ]
  })
}

function replyState(answer: string | null, question: string): ReplyState {
  if (answer === null) return 'none'
  return isGivenElsewhere(answer, question) ? 'elsewhere' : 'answered'
}
