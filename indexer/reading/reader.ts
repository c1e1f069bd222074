import { Worker } from 'node:worker_threads'
import { readTaxonomy } from '../enrich/taxonomy.ts'
import { topicReader } from '../enrich/topics.ts'
import type { FileToRead } from './reading.ts'
import { readToRows } from './reading.ts'

// A process that reads files, one at a time, for the pool that started it: `reader.js TAXONOMY MOST_MEMORY_MB`.

/**
 * Ends this process when the one that started it has gone, or when it has more memory than it may: buffers lie outside the
 * heap that V8 limits. It watches from a thread of its own, since a file may keep this one busy.
 */
const WATCH = `
  const { workerData } = require('node:worker_threads')
  const parent = process.ppid
  const end = () => process.kill(process.pid, 'SIGKILL')
  setInterval(() => {
    if (process.ppid !== parent) end()
    if (process.memoryUsage.rss() > workerData * 1024 * 1024) {
      require('node:fs').writeSync(2, 'Allocation failed: more memory than READ_MEMORY_MB allows')
      end()
    }
  }, 500)
`

const [, , taxonomy = '', mostMemoryMb = '0'] = process.argv
const topics = topicReader(await readTaxonomy(taxonomy))

new Worker(WATCH, { eval: true, workerData: Number(mostMemoryMb) }).unref()
process.on('disconnect', () => process.exit())
process.on('message', (file: FileToRead) => {
  void readToRows(file, topics).then((reading) => process.send?.(reading))
})
process.send?.('ready')
