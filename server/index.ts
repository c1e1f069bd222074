import { createServer } from 'node:http'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { Generations } from './generations.ts'
import { Reader } from './reader/reader.ts'

const SHUTDOWN_MS = 10_000

try {
  await serve()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel })
  const generations = new Generations(config.dataDir, log)
  await generations.start()
  const reader = new Reader(config, log)
  const server = createServer(createApp(config, generations, reader, log))

  server.once('error', (error) => {
    log.fatal(`The server cannot listen on ${config.host}:${config.port}: ${error.message}`)
    process.exit(2)
  })
  server.listen(config.port, config.host, () => {
    log.info(`On Record is at ${config.baseUrl}`)
    reader.start()
  })

  const stop = (signal: string): void => {
    log.info(`${signal}: finishing the requests in flight`)
    const deadline = setTimeout(() => process.exit(1), SHUTDOWN_MS)
    deadline.unref()
    server.close(() => {
      void generations.stop()
      reader.stop()
    })
    server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
