import type { Request } from 'express'
import { z } from 'zod'
import { readParameters } from '../parameters.ts'

/**
 * The format in which a client wants a result: the parameter `format` decides, else what the client accepts. To one that
 * accepts none of them the first is sent nevertheless.
 *
 * @throws RequestError (400) where the parameter is none of them
 */
export function requestedFormat<Format extends string>(
  request: Request,
  formats: readonly [Format, ...Format[]],
  mediaTypes: Readonly<Record<Format, string>>,
): Format {
  const schema = z.object({ format: z.enum(formats, `is none of ${formats.join(', ')}`).optional() })
  const { format } = readParameters(schema, request.query)
  if (format !== undefined) return format
  const accepted = request.accepts(formats.map((one) => mediaTypes[one]))
  return formats.find((one) => mediaTypes[one] === accepted) ?? formats[0]
}
