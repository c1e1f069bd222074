import { Worker } from 'node:worker_threads'
import { readTaxonomy } from '../enrich/taxonomy.ts'
import { topicReader } from '../enrich/topics.ts'
import type { FileToRead } from './reading.ts'
import { readToRows } from './reading.ts'

// A process that reads files, one at a time, for the pool that started it: `reader.js TAXONOMY`.

/** Ends this process when the one that started it has gone, even while a file keeps it from hearing so. */
const WATCH = `
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 1000)
`

const [, , taxonomy = ''] = process.argv
const topics = topicReader(await readTaxonomy(taxonomy))

new Worker(WATCH, { eval: true }).unref()
process.on('disconnect', () => process.exit())
process.on('message', (file: FileToRead) => {
  void readToRows(file, topics).then((reading) => process.send?.(reading))
})
process.send?.('ready')
