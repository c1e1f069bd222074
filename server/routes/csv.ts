import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** A reader who takes nothing for so long, or for twice as long while a write is pending, has gone and holds no generation. */
const STALLED_MS = 60_000

/** Sends CSV as it is made. The response waits for a slow reader, and no more is made when the reader has gone. */
export async function sendCsv(
  response: Response,
  fileName: string,
  pieces: AsyncIterable<string>,
): Promise<void> {
  response.attachment(fileName).setTimeout(STALLED_MS)
  try {
    await pipeline(Readable.from(pieces), response)
  } catch (error) {
    if (!hasGone(error)) throw error
  }
}

/** Did the reader close the connection before the end? */
function hasGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
