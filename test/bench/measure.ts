/** Times in milliseconds of one thing done many times. */
export interface Timing {
  readonly p50: number
  readonly p99: number
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Times each call by itself. */
export async function timeEach<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<Timing> {
  const times: number[] = []
  for (const input of inputs) {
    const began = performance.now()
    await run(input)
    times.push(performance.now() - began)
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** As `timeEach`, in the processor time that each call takes, its threads together: a busy machine does not lengthen it. */
export async function cpuEach<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<Timing> {
  const times: number[] = []
  for (const input of inputs) {
    const began = process.cpuUsage()
    await run(input)
    const { user, system } = process.cpuUsage(began)
    times.push((user + system) / 1_000)
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

export async function timeOnce(run: () => unknown): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

/** Does two things in turn, round after round, and gives the median of each over the rounds. */
export async function inTurn<T>(
  rounds: number,
  first: () => Promise<T>,
  second: () => Promise<T>,
): Promise<[T[], T[]]> {
  const results: [T[], T[]] = [[], []]
  await first()
  await second()
  for (let round = 0; round < rounds; round++) {
    // The order changes, so that neither always follows the other.
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      results[which].push(await (which === 0 ? first : second)())
  }
  return results
}
