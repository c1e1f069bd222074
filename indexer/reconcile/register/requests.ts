import type { RequestEntry } from '../../../corpus/model/register.ts'
import type { Ground } from './ground.ts'

export function registerRequests(_ground: Ground): RequestEntry[] {
  return []
}
