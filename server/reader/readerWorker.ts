import { fork, type ChildProcess } from 'node:child_process'
import type { QuestionToRead, ReaderMessage } from './messages.ts'
import type { PassageReading } from './passageReading.ts'

/** What the workers run, and the folder of the model that they load. */
export interface ReaderProgram {
  readonly entry: string
  readonly folder: string
}

/** What a worker tells the one that started it. */
export interface WorkerEvents {
  /** It can take a question. */
  onFree(): void
  /** It cannot load the model. */
  onFailed(reason: string): void
  /** It ended without being asked to. */
  onEnded(reason: string): void
}

type Answer = (readings: readonly PassageReading[] | null) => void

/**
 * A child process that holds the model and reads the passages of one question at a time. It does not keep this process alive.
 * It is no thread, since the library of the model takes the whole process down, or hangs it, when a thread ends as it computes.
 */
export class ReaderWorker {
  readonly #child: ChildProcess
  #isReady = false
  #answer: Answer | null = null

  constructor({ entry, folder }: ReaderProgram, events: WorkerEvents) {
    this.#child = fork(entry, [folder], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.unref()
    this.#child.channel?.unref()
    this.#child.on('message', (message) => {
      // Workers are programs of ours, and answer so.
      this.#hear(message as ReaderMessage, events)
    })
    this.#child.once('exit', (status, signal) => {
      this.#isReady = false
      this.#settle(null)
      events.onEnded(signal ?? `status ${status ?? 'unknown'}`)
    })
    // Its end is heard by `exit`; an error of its channel alone must not end the server.
    this.#child.on('error', () => undefined)
  }

  get isReady(): boolean {
    return this.#isReady
  }

  get isFree(): boolean {
    return this.#isReady && this.#answer === null
  }

  /** @param answer is called once, with null where the deadline passed or the process ended */
  read(question: QuestionToRead, answer: Answer): void {
    this.#answer = answer
    this.#child.send(question)
  }

  /** Ends the process; nothing more is told of it, but what it was asked is answered. */
  end(): void {
    this.#isReady = false
    this.#child.removeAllListeners()
    this.#child.on('error', () => undefined)
    this.#child.kill('SIGKILL')
    this.#settle(null)
  }

  #hear(message: ReaderMessage, events: WorkerEvents): void {
    if (message.kind === 'failed') {
      events.onFailed(message.reason)
      return
    }
    if (message.kind === 'ready') this.#isReady = true
    else this.#settle(message.readings)
    events.onFree()
  }

  #settle(readings: readonly PassageReading[] | null): void {
    const answer = this.#answer
    this.#answer = null
    answer?.(readings)
  }
}
