import type { Database } from '../../../corpus/store/database.ts'
import { saveRegister } from '../../../corpus/store/register.ts'
import { registerCommitments } from './commitments.ts'
import { registerDecisions } from './decisions.ts'
import { registerFigures } from './figures.ts'
import { readGround } from './ground.ts'
import { registerQuestions } from './questions.ts'
import { registerRequests } from './requests.ts'

/** Makes the register of the facts that documents state: entries told apart, linked across meetings, and given their ids. */
export async function reconcileRegister(db: Database): Promise<void> {
  const ground = await readGround(db)
  await saveRegister(db, {
    commitments: registerCommitments(ground),
    decisions: registerDecisions(ground),
    questions: registerQuestions(ground),
    requests: registerRequests(ground),
    figures: registerFigures(ground),
  })
}
