import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { projectRoot } from '../../corpus/root.ts'
import type { Config } from '../config.ts'
import type { QuestionToRead } from './messages.ts'
import type { Passage, PassageReading } from './passageReading.ts'
import type { ReaderProgram } from './readerWorker.ts'
import { ReaderWorker } from './readerWorker.ts'

export type ReaderState = 'loading' | 'ready' | 'off' | 'failed'
export type ReaderSettings = Pick<Config, 'reader' | 'readerProcesses'>

interface Waiting extends QuestionToRead {
  readonly settle: (readings: readonly PassageReading[] | null) => void
}

/** Questions beyond that are not read: their deadlines would pass before their turn. */
const MOST_WAITING = 64
const MOST_RESTARTS = 1
/** The longest that a timer can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Reads passages with a neural model, in processes of its own: how likely each answers a question, and with which words. It can
 * always be done without: whatever is wrong with it, a question gets null in place of readings, by its deadline.
 */
export class Reader {
  readonly #settings: ReaderSettings
  readonly #log: Logger
  readonly #program: ReaderProgram
  #began = 0
  #workers: ReaderWorker[] = []
  readonly #waiting = new Set<Waiting>()
  #restarts = 0
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
    if (this.#ended) return
    this.#began = performance.now()
    for (let worker = 0; worker < this.#settings.readerProcesses; worker++) this.#startWorker()
  }

  get state(): ReaderState {
    return this.#ended?.state ?? (this.#workers.some(({ isReady }) => isReady) ? 'ready' : 'loading')
  }

  /** Why it does not read, in a few words; null while it does, or is about to. */
  get reason(): string | null {
    return this.#ended?.reason ?? null
  }

  /**
   * Reads passages for a question. It never fails: null says that the deadline passed, or that there is no reader at present.
   *
   * @param deadline in milliseconds, as `Date.now` counts
   * @returns a reading of each passage, in their order
   */
  read(
    question: string,
    passages: readonly Passage[],
    deadline: number,
  ): Promise<readonly PassageReading[] | null> {
    const left = deadline - Date.now()
    if (this.state !== 'ready' || this.#waiting.size >= MOST_WAITING || left <= 0)
      return Promise.resolve(null)
    return new Promise((resolve) => {
      const settle: Waiting['settle'] = (readings) => {
        clearTimeout(timer)
        this.#waiting.delete(waiting)
        resolve(readings)
      }
      const timer = setTimeout(settle, Math.min(left, LONGEST_TIMER_MS), null)
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

  #startWorker(): void {
    const worker = new ReaderWorker(this.#program, {
      onFree: () => {
        this.#sayReady()
        this.#sendWaiting()
      },
      onFailed: (reason) => {
        this.#fail(reason)
      },
      onEnded: (reason) => {
        this.#workers = this.#workers.filter((other) => other !== worker)
        this.#startAgain(reason)
      },
    })
    this.#workers.push(worker)
  }

  #startAgain(reason: string): void {
    if (this.#restarts >= MOST_RESTARTS) {
      this.#fail(`its process ended a second time (${reason}): please report it, or set READER=none`)
      return
    }
    this.#restarts++
    this.#log.warn(`A process of the reader ended, and is started again: ${reason}`)
    this.#startWorker()
  }

  #sayReady(): void {
    if (this.#hasBeenReady) return
    this.#hasBeenReady = true
    this.#log.info(`The reader is ready after ${Math.round(performance.now() - this.#began)} ms`)
  }

  /** Says so once, however many workers meet the same fault. */
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
    for (const waiting of this.#waiting) {
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
