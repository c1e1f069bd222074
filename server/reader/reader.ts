import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { projectRoot } from '../../corpus/root.ts'
import type { Config } from '../config.ts'
import type { QuestionToRead, ReadingsOfQuestion } from './messages.ts'
import type { Passage } from './passageReading.ts'
import type { ReaderProgram } from './readerWorker.ts'
import { callAt, ReaderWorker } from './readerWorker.ts'

export type ReaderState = 'loading' | 'ready' | 'off' | 'failed'
export type ReaderSettings = Pick<Config, 'reader' | 'readerProcesses'>

interface Waiting extends QuestionToRead {
  readonly settle: (readings: ReadingsOfQuestion) => void
}

/** Where more wait, the oldest is not read: its deadline would pass before its turn. */
const MOST_WAITING = 64
/** A process that ends so often, and never reads well in between, would do so for ever. */
const MOST_RESTARTS = 1
/** A process that lives so long reads well: what happened before it started is forgotten. */
const READS_WELL_MS = 10 * 60_000
/** What a worker read by the deadline may take so long to arrive while the server searches for others. */
const ON_ITS_WAY_MS = 100

/**
 * Reads passages with a neural model, in processes of its own: how likely each answers a question, and with which words. It can
 * always be done without: whatever is wrong with it, a question gets null in place of readings, a tenth of a second after its
 * deadline at the latest. The newest question is read first: where more are asked than can be read, the oldest has too little
 * time left.
 */
export class Reader {
  readonly #settings: ReaderSettings
  readonly #log: Logger
  readonly #program: ReaderProgram
  #began = 0
  #workers: ReaderWorker[] = []
  readonly #waiting = new Set<Waiting>()
  readonly #warned = new Set<string>()
  #hasBeenReady = false
  /** Why no more is read; null while it is, or will be. */
  #ended: { readonly state: 'off' | 'failed'; readonly reason: string } | null = null

  constructor(
    settings: ReaderSettings,
    log: Logger,
    program: ReaderProgram = readerProgram(settings.reader),
  ) {
    this.#settings = settings
    this.#log = log
    this.#program = program
    if (settings.reader === 'none') this.#ended = { state: 'off', reason: 'READER=none' }
  }

  /** Starts the workers, which load the model by themselves: nothing is waited for. */
  start(): void {
    if (this.#settings.reader === 'none') this.#log.info('Answers are chosen by words alone: READER=none')
    if (this.#ended) return
    this.#began = performance.now()
    for (let worker = 0; worker < this.#settings.readerProcesses; worker++) this.#startWorker(0)
  }

  get state(): ReaderState {
    return this.#ended?.state ?? (this.#workers.some(({ isReady }) => isReady) ? 'ready' : 'loading')
  }

  /** Why it does not read, in a few words; null while it does, or is about to. */
  get reason(): string | null {
    return this.#ended?.reason ?? null
  }

  /**
   * Reads passages for a question, which waits where the model is being loaded. It never fails: null says that the deadline
   * passed, or that there is no reader.
   *
   * @param deadline in milliseconds, as `Date.now` counts
   * @param passages best first: the first are read, where there is not time for all
   * @returns a reading of each passage, in their order; null for those that were not read
   */
  read(question: string, passages: readonly Passage[], deadline: number): Promise<ReadingsOfQuestion> {
    if (this.#ended || deadline <= Date.now()) return Promise.resolve(null)
    const [oldest] = this.#waiting
    if (this.#waiting.size >= MOST_WAITING) oldest?.settle(null)
    return new Promise((resolve) => {
      const settle: Waiting['settle'] = (readings) => {
        clearTimeout(timer)
        this.#waiting.delete(waiting)
        if (readings === null) this.#log.debug('A question was not read in time')
        resolve(readings)
      }
      const timer = callAt(deadline + ON_ITS_WAY_MS, () => {
        settle(null)
      })
      const waiting = { question, passages, deadline, settle }
      this.#waiting.add(waiting)
      this.#sendWaiting()
    })
  }

  /** Ends the workers. What is asked of it, then or later, is answered with null. */
  stop(): void {
    this.#ended ??= { state: 'off', reason: 'the server is stopping' }
    this.#endWorkers()
  }

  /** @param restarts how often its place was taken by a process that ended before it read well */
  #startWorker(restarts: number): void {
    const began = performance.now()
    try {
      const worker = new ReaderWorker(this.#program, {
        onFree: () => {
          this.#sayReady()
          this.#sendWaiting()
        },
        onUnread: (reason) => {
          this.#warnOnce(`A question could not be read: ${reason}`)
        },
        onFailed: (reason) => {
          this.#remove(worker)
          this.#goOnWithout(reason)
        },
        onEnded: (reason) => {
          this.#remove(worker)
          this.#startAgain(reason, performance.now() - began < READS_WELL_MS ? restarts : 0)
        },
      })
      this.#workers.push(worker)
    } catch (error) {
      this.#goOnWithout(`its process cannot be started (${String(error)})`)
    }
  }

  #remove(worker: ReaderWorker): void {
    this.#workers = this.#workers.filter((other) => other !== worker)
    worker.end()
  }

  #startAgain(reason: string, restarts: number): void {
    if (restarts >= MOST_RESTARTS) {
      this.#goOnWithout(`its process ended a second time (${reason}): please report it, or set READER=none`)
      return
    }
    this.#log.warn(`A process of the reader ended, and is started again: ${reason}`)
    this.#startWorker(restarts + 1)
  }

  #goOnWithout(reason: string): void {
    if (this.#workers.length === 0) this.#fail(reason)
    else this.#warnOnce(`A process of the reader is given up: ${reason}`)
  }

  #warnOnce(message: string): void {
    if (!this.#warned.has(message)) this.#log.warn(message)
    this.#warned.add(message)
  }

  #sayReady(): void {
    if (this.#hasBeenReady) return
    this.#hasBeenReady = true
    this.#log.info(`The reader is ready after ${Math.round(performance.now() - this.#began)} ms`)
  }

  #fail(reason: string): void {
    if (this.#ended) return
    this.#ended = { state: 'failed', reason }
    this.#log.warn(`Answers are chosen without the reader: ${reason}`)
    this.#endWorkers()
  }

  #endWorkers(): void {
    const workers = this.#workers
    this.#workers = []
    for (const { settle } of this.#waiting) settle(null)
    for (const worker of workers) worker.end()
  }

  #sendWaiting(): void {
    for (const waiting of [...this.#waiting].reverse()) {
      const worker = this.#workers.find(({ isFree }) => isFree)
      if (!worker) return
      this.#waiting.delete(waiting)
      const { question, passages, deadline, settle } = waiting
      worker.read({ question, passages, deadline }, settle)
    }
  }
}

function readerProgram(model: string): ReaderProgram {
  return {
    entry: fileURLToPath(new URL('./worker.js', import.meta.url)),
    folder: join(projectRoot, 'models', model),
  }
}
