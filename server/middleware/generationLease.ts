import type { RequestHandler, Response } from 'express'
import { RequestError } from '../errors.ts'
import type { Generation, Generations } from '../generations.ts'

/** Holds the current generation for as long as the request lasts, so that all it sees is of one number. */
export function generationLease(generations: Generations): RequestHandler {
  return (_request, response, next) => {
    const lease = generations.acquire()
    if (!lease)
      throw new RequestError(503, 'The record is being indexed for the first time. Try again in a minute.')
    response.locals.generation = lease.generation
    response.once('close', lease.release)
    next()
  }
}

/** The generation that the request's lease holds. */
export function generationOf(response: Response): Generation {
  // Set by generationLease, which comes before every route that calls this.
  return response.locals.generation as Generation
}
