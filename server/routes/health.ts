import { Router } from 'express'
import type { Generations } from '../generations.ts'
import { PATHS } from '../paths.ts'
import type { Reader } from '../reader/reader.ts'

/** `live`: the process answers. `ready`: a generation is open, so that searches can be answered, with the reader or without. */
export function healthRoutes(generations: Generations, reader: Reader): Router {
  const router = Router()
  router.get(PATHS.live, (_request, response) => {
    response.json({ status: 'live' })
  })
  router.get(PATHS.ready, (_request, response) => {
    const lease = generations.acquire()
    response.status(lease ? 200 : 503).json({
      status: lease ? 'ready' : 'no generation is open yet',
      generation: lease?.generation.number ?? null,
      reader: { state: reader.state, reason: reader.reason },
    })
    lease?.release()
  })
  return router
}
