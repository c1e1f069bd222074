import { today } from './register/listRequest.ts'
import type { Generation } from './generations.ts'

type Work<Result> = (generation: Generation) => Promise<Result>

/** What depends on the collection alone: worked out when it is first asked for, and then kept. */
export function oncePerGeneration<Result>(work: Work<Result>): Work<Result> {
  return keptWhile(() => 'always', work)
}

/** What depends on the collection and on the day alone: worked out at the first request of each, and then kept. */
export function oncePerDay<Result>(work: Work<Result>): Work<Result> {
  return keptWhile(today, work)
}

/** @param timeOf what is worked out at one time holds as long as this stays the same */
function keptWhile<Result>(timeOf: () => string, work: Work<Result>): Work<Result> {
  const done = new WeakMap<Generation, { readonly time: string; readonly result: Promise<Result> }>()
  return async (generation) => {
    const time = timeOf()
    const known = done.get(generation)
    if (known?.time === time) return known.result
    const own = { time, result: work(generation) }
    done.set(generation, own)
    own.result.catch(() => {
      if (done.get(generation) === own) done.delete(generation)
    })
    return own.result
  }
}
