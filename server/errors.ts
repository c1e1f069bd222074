/** A parameter of a request that cannot be taken, and why. */
export interface ParameterFault {
  readonly parameter: string
  readonly detail: string
}

/** A request that is refused: told to the reader as it is. */
export class RequestError extends Error {
  readonly status: 400 | 404 | 415 | 503
  readonly faults: readonly ParameterFault[]

  constructor(status: RequestError['status'], message: string, faults: readonly ParameterFault[] = []) {
    super(message)
    this.name = 'RequestError'
    this.status = status
    this.faults = faults
  }
}

export function notFound(what: string): RequestError {
  return new RequestError(404, `There is no ${what}.`)
}
