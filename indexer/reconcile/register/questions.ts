import type { QuestionEntry } from '../../../corpus/model/register.ts'
import type { Ground } from './ground.ts'

export function registerQuestions(_ground: Ground): QuestionEntry[] {
  return []
}
