import { fork, type ChildProcess } from 'node:child_process'
import type { QuestionToRead, ReaderMessage, ReadingsOfQuestion } from './messages.ts'

/** What the workers run, and the folder of the model that they load. */
export interface ReaderProgram {
  readonly entry: string
  readonly folder: string
}

/** What a worker tells the one that started it. */
export interface WorkerEvents {
  /** It can take a question. */
  onFree(): void
  /** It cannot be started, or cannot load the model. */
  onFailed(reason: string): void
  /** An error prevented it from reading a question. */
  onUnread(reason: string): void
  /** It ended without being asked to. */
  onEnded(reason: string): void
}

type Answer = (readings: ReadingsOfQuestion) => void

/** A pair takes some 50 ms, and on a machine with much else to do perhaps a second: what takes longer will never end. */
const HANGS_AFTER_DEADLINE_MS = 5_000
/** The longest that a timer can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Waits for a point of time, in milliseconds as `Date.now` counts, or for as long as a timer can. */
export function callAt(time: number, run: () => void): NodeJS.Timeout {
  return setTimeout(run, Math.min(time - Date.now(), LONGEST_TIMER_MS))
}

/**
 * A child process that holds the model and reads the passages of one question at a time. It does not keep this process alive.
 * It is no thread, since the library of the model takes the whole process down, or hangs it, when a thread ends as it computes.
 */
export class ReaderWorker {
  readonly #child: ChildProcess
  #isReady = false
  #answer: Answer | null = null
  #hanging: NodeJS.Timeout | undefined
  #endedFor: string | null = null

  /** @throws Error where there cannot be a process */
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
      events.onEnded(this.#endedFor ?? signal ?? `status ${status ?? 'unknown'}`)
    })
    this.#child.on('error', ({ message }) => {
      // The end of one that was started is heard by `exit`; an error of its channel alone must not end the server.
      if (this.#child.pid === undefined) events.onFailed(`its process cannot be started (${message})`)
    })
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
    this.#hanging = callAt(question.deadline + HANGS_AFTER_DEADLINE_MS, () => {
      this.#endedFor = 'it no longer answered'
      this.#child.kill('SIGKILL')
    }).unref()
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
    if (message.kind === 'readings') this.#settle(message.readings)
    if (message.kind === 'unread') {
      this.#settle(null)
      events.onUnread(message.reason)
    }
    events.onFree()
  }

  #settle(readings: ReadingsOfQuestion): void {
    clearTimeout(this.#hanging)
    const answer = this.#answer
    this.#answer = null
    answer?.(readings)
  }
}
