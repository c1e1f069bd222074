import type { CalendarDate } from '../corpus/model/calendarDate.ts'
import type { Generation } from './generations.ts'
import { today } from './register/listRequest.ts'

/** What depends on the collection and on the day alone: worked out at the first request of each, and then kept. */
export function oncePerDay<Result>(
  work: (generation: Generation) => Promise<Result>,
): (generation: Generation) => Promise<Result> {
  const done = new WeakMap<Generation, { readonly day: CalendarDate; readonly result: Promise<Result> }>()
  return async (generation) => {
    const day = today()
    const known = done.get(generation)
    if (known?.day === day) return known.result
    const result = work(generation)
    done.set(generation, { day, result })
    result.catch(() => done.delete(generation))
    return result
  }
}
