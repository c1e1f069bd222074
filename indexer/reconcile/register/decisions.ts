import type { DecisionEntry } from '../../../corpus/model/register.ts'
import type { Ground } from './ground.ts'

export function registerDecisions(_ground: Ground): DecisionEntry[] {
  return []
}
