import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// `npm start`: brings the data folder up to date with the corpus folder, then serves it.

/** The indexer's exit status when nothing could be done. A refused file (1) does not stop the start. */
const NOTHING_DONE = 2

const indexer = join(fileURLToPath(import.meta.url), '../../indexer/index.js')
const { status, signal } = spawnSync(process.execPath, [indexer], { stdio: 'inherit' })

if (signal !== null || status === NOTHING_DONE || status === null) process.exitCode = status ?? 1
else await import('./index.ts')
