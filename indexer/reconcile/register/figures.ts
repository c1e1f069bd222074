import type { FigureEntry } from '../../../corpus/model/register.ts'
import type { Ground } from './ground.ts'

export function registerFigures(_ground: Ground): FigureEntry[] {
  return []
}
