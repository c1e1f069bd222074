import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { projectRoot } from '../../corpus/root.ts'

export interface ProgramResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts one of the built programs. Only the given environment counts, besides what Node needs. */
export function startProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [join(projectRoot, 'dist', program), ...args], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a program to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  const child = startProgram(program, args, environment)
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (data) => (output.stdout += String(data)))
  child.stderr?.on('data', (data) => (output.stderr += String(data)))
  await once(child, 'close')
  return { status: child.exitCode, ...output }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Waits until an address answers 200, for half a minute at most. */
export async function untilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const reply = await fetch(address).catch(() => null)
    await reply?.text()
    if (reply?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${address} did not answer in time`)
}
