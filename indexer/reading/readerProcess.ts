import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Refusal } from '../extract/refusal.ts'
import type { FileToRead, Reading } from './reading.ts'

/** What the reading of one file may take. */
export interface ReadingLimits {
  readonly seconds: number
  /** Of V8's heap, in MB; of all memory, twice as much. */
  readonly memoryMb: number
}

/** The program that reads files, and its arguments. */
export interface ReaderProgram {
  readonly entry: string
  readonly args: readonly string[]
}

/** What V8 says before it ends a process whose memory is used up. */
const OUT_OF_MEMORY = /heap out of memory|Allocation failed/
/** Characters of the end of what a child says on its error output. */
const KEPT_COMPLAINT = 8_000
/** A reader that is not ready by then never will be. */
const SECONDS_TO_START = 60
const MILLISECONDS = 1_000

/** A child process that reads one file at a time. The first file starts it; the first after its end starts another. */
export class ReaderProcess {
  readonly #program: ReaderProgram
  readonly #limits: ReadingLimits
  #child: ChildProcess | null = null
  #complaint = ''
  #isEnded = false

  constructor(program: ReaderProgram, limits: ReadingLimits) {
    this.#program = program
    this.#limits = limits
  }

  /** Reads a file; one that passes a limit, or brings the process down, is refused. */
  async read(file: FileToRead): Promise<Reading> {
    if (this.#isEnded) return refused(file, new Refusal('the run was ended', 'start it again'))
    try {
      const child = this.#child?.connected === true ? this.#child : await this.#start()
      child.send(file)
      // Readers are programs of ours, and answer so.
      return (await this.#answer(child, this.#limits.seconds)) as Reading
    } catch (error) {
      this.#kill()
      return refused(file, error)
    }
  }

  /** Ends the process for good: what is still asked of it is refused. */
  end(): void {
    this.#isEnded = true
    this.#kill()
  }

  #kill(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  /** Waits until the child is ready: what it takes to start is not held against a file. */
  async #start(): Promise<ChildProcess> {
    const child = fork(this.#program.entry, [...this.#program.args, String(2 * this.#limits.memoryMb)], {
      execArgv: [`--max-old-space-size=${this.#limits.memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child = child
    this.#complaint = ''
    child.stderr?.on('data', (data) => {
      this.#complaint = (this.#complaint + String(data)).slice(-KEPT_COMPLAINT)
    })
    child.once('close', () => {
      if (this.#child === child) this.#child = null
    })
    // Its end is heard by `close`; an error of its channel alone must not end the run.
    child.on('error', () => undefined)
    await this.#answer(child, SECONDS_TO_START)
    return child
  }

  /** @throws Refusal where there is none in time, or the child ends before it answers */
  async #answer(child: ChildProcess, seconds: number): Promise<unknown> {
    const settled = new AbortController()
    const { signal } = settled
    const timer = setTimeout(() => child.emit('late'), seconds * MILLISECONDS)
    try {
      return await Promise.race([
        once(child, 'message', { signal }).then(([answer]: unknown[]) => answer),
        once(child, 'close', { signal }).then(() => {
          throw this.#whyEnded(child)
        }),
        once(child, 'late', { signal }).then(() => {
          throw tooSlow(seconds)
        }),
      ])
    } finally {
      clearTimeout(timer)
      settled.abort()
    }
  }

  #whyEnded({ signalCode, exitCode }: ChildProcess): Refusal {
    const { memoryMb } = this.#limits
    if (OUT_OF_MEMORY.test(this.#complaint))
      return new Refusal(
        `it took more than ${memoryMb.toLocaleString('en-GB')} MB of memory to read`,
        'split it, or raise READ_MEMORY_MB',
      )
    return new Refusal(`its reader ended (${signalCode ?? `status ${exitCode ?? 'unknown'}`})`, REPORT_IT)
  }
}

const REPORT_IT = 'this is a fault of the program: please report it'

function tooSlow(seconds: number): Refusal {
  return new Refusal(
    `it took longer than ${seconds.toLocaleString('en-GB')} seconds to read`,
    'split it, or raise READ_SECONDS',
  )
}

function refused({ file }: FileToRead, error: unknown): Reading {
  if (error instanceof Refusal) return { file, reason: error.message, remedy: error.remedy }
  return { file, reason: `it could not be read: ${String(error)}`, remedy: REPORT_IT }
}
