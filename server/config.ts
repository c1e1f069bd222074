import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../corpus/root.ts'
import { readSettings } from '../corpus/settings.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const READER_MODELS = ['minutes-reader', 'none'] as const
/** Each process of the reader holds the model by itself, and takes a core from the searches. */
const READER_PROCESSES = { onFewCores: 1, onManyCores: 2 } as const
const FEW_CORES = 4

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().optional(),
  CONTACT_EMAIL: z.email().optional(),
  CORPUS_DIR: z.string().min(1).default('corpus/documents'),
  DATA_DIR: z.string().min(1).default('data'),
  READER: z.enum(READER_MODELS).default('minutes-reader'),
  READER_DEADLINE_MS: z.coerce.number().int().min(50).max(60_000).default(1_500),
  READER_PROCESSES: z.coerce.number().int().min(1).max(16).default(defaultReaderProcesses()),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
})

/** What the server takes from the environment. */
export interface Config {
  readonly port: number
  readonly host: string
  /** The public address, without a slash at its end. */
  readonly baseUrl: string
  /** Addresses of the proxies whose forwarded headers count; empty where there are none. */
  readonly trustProxy: readonly string[]
  /** Where readers report faults; null where nobody takes reports. */
  readonly contact: string | null
  readonly corpusDir: string
  readonly dataDir: string
  /** The neural model that helps to choose answers. */
  readonly reader: (typeof READER_MODELS)[number]
  /** How long a question waits for the reader. */
  readonly readerDeadlineMs: number
  readonly readerProcesses: number
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/** @throws Error naming each setting that is malformed, its value and what is allowed */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = readSettings(settingsSchema, environment)
  const { PORT, HOST, BASE_URL, TRUST_PROXY } = given
  return {
    port: PORT,
    host: HOST,
    baseUrl: (BASE_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, ''),
    trustProxy:
      TRUST_PROXY?.split(',')
        .map((address) => address.trim())
        .filter(Boolean) ?? [],
    contact: given.CONTACT_EMAIL ?? null,
    corpusDir: resolve(projectRoot, given.CORPUS_DIR),
    dataDir: resolve(projectRoot, given.DATA_DIR),
    reader: given.READER,
    readerDeadlineMs: given.READER_DEADLINE_MS,
    readerProcesses: given.READER_PROCESSES,
    logLevel: given.LOG_LEVEL,
  }
}

function defaultReaderProcesses(): number {
  return availableParallelism() <= FEW_CORES ? READER_PROCESSES.onFewCores : READER_PROCESSES.onManyCores
}
