import type { RequestHandler } from 'express'

/**
 * What is kept of a reply is asked after before it is shown again (by its ETag, which costs a 304), for the next generation
 * may say something else. What was sent by POST is not kept at all. Assets say otherwise by themselves.
 */
export const revalidation: RequestHandler = (request, response, next) => {
  response.set('Cache-Control', request.method === 'POST' ? 'no-store' : 'no-cache')
  next()
}
