import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import type { Logger } from 'pino'
import { pino } from 'pino'
import { createApp } from '../../server/app.ts'
import type { Config } from '../../server/config.ts'
import { Generations } from '../../server/generations.ts'
import { Reader } from '../../server/reader/reader.ts'
import { testCorpus, type TestCorpus } from './corpusFolder.ts'
import { shippedCorpus } from './shippedCorpus.ts'

/** The service over a data folder, as the tests call it. */
export interface TestService {
  readonly app: Express
  readonly generations: Generations
  stop(): Promise<void>
}

const CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  baseUrl: 'https://record.example.org',
  trustProxy: [],
  contact: 'record@harbour.example.org',
  corpusDir: '',
  dataDir: '',
  reader: 'none',
  readerDeadlineMs: 1_500,
  readerProcesses: 1,
  logLevel: 'silent',
}
const SILENT = pino({ level: CONFIG.logLevel })

/** @param read what stands in for the neural reader; without it there is none */
export async function testService(
  dataDir: string,
  corpusDir: string,
  read?: Reader['read'],
): Promise<TestService> {
  const generations = new Generations(dataDir, SILENT)
  await generations.start()
  const app = appWith(generations, { corpusDir, dataDir }, SILENT, read)
  return { app, generations, stop: () => generations.stop() }
}

/** The service as other settings or another log make it, over generations that somebody else stops. */
export function appWith(
  generations: Generations,
  settings: Partial<Config>,
  log: Logger = SILENT,
  read?: Reader['read'],
): Express {
  const config = { ...CONFIG, ...settings }
  const reader = new Reader(config, log)
  if (read) reader.read = read
  return createApp(config, generations, reader, log)
}

/** The service over the shipped documents, indexed for it; `stop` removes the index too. */
export async function shippedService(): Promise<TestService> {
  const shipped = await shippedCorpus()
  return removing(await testService(shipped.dataDir, shipped.corpusDir), shipped)
}

/** The service over files of a test's own, by their path below the corpus folder; `stop` removes them. */
export async function serviceOver(
  files: Readonly<Record<string, string | Uint8Array>>,
  read?: Reader['read'],
): Promise<TestService> {
  const corpus = await testCorpus(files)
  await corpus.index()
  return removing(await testService(corpus.settings.dataDir, corpus.settings.corpusDir, read), corpus)
}

function removing(service: TestService, corpus: Pick<TestCorpus, 'remove'>): TestService {
  return {
    ...service,
    stop: async () => {
      await service.stop()
      await corpus.remove()
    },
  }
}

/** The service on a port of its own, for browsers and for load. */
export async function listen(
  app: Express,
): Promise<{ readonly base: string; readonly server: Server; readonly close: () => Promise<void> }> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    server,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
