import { pino } from 'pino'
import type { Generation } from '../../server/generations.ts'
import { Generations } from '../../server/generations.ts'

const silentLog = pino({ level: 'silent' })

/** Opens the current generation of a data folder, and closes it when the work is done. */
export async function withGeneration<T>(
  dataDir: string,
  run: (generation: Generation) => Promise<T>,
): Promise<T> {
  const generations = new Generations(dataDir, silentLog)
  await generations.start()
  try {
    const lease = generations.acquire()
    if (!lease) throw new Error(`there is no generation in ${dataDir}`)
    try {
      return await run(lease.generation)
    } finally {
      lease.release()
    }
  } finally {
    await generations.stop()
  }
}
