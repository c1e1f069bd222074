import type { CommitmentEntry } from '../../../corpus/model/register.ts'
import type { Ground } from './ground.ts'

export function registerCommitments(_ground: Ground): CommitmentEntry[] {
  return []
}
