import { resolve } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../corpus/root.ts'
import { readSettings } from '../corpus/settings.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().optional(),
  CORPUS_DIR: z.string().min(1).default('corpus/documents'),
  DATA_DIR: z.string().min(1).default('data'),
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
  readonly corpusDir: string
  readonly dataDir: string
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/** @throws Error naming each setting that is malformed, its value and what is allowed */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const { PORT, HOST, BASE_URL, TRUST_PROXY, CORPUS_DIR, DATA_DIR, LOG_LEVEL } = readSettings(
    settingsSchema,
    environment,
  )
  return {
    port: PORT,
    host: HOST,
    baseUrl: (BASE_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, ''),
    trustProxy:
      TRUST_PROXY?.split(',')
        .map((address) => address.trim())
        .filter(Boolean) ?? [],
    corpusDir: resolve(projectRoot, CORPUS_DIR),
    dataDir: resolve(projectRoot, DATA_DIR),
    logLevel: LOG_LEVEL,
  }
}
