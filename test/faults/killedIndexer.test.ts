import { once } from 'node:events'
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { projectRoot } from '../../corpus/root.ts'
import { generationFolder, generationsFolder, readCurrent } from '../../corpus/store/generations.ts'
import { testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { contentOf } from '../builders/databaseContent.ts'
import { runProgram, startProgram } from '../builders/program.ts'
import { testService, type TestService } from '../builders/service.ts'

const KILLS = 20
const DOCUMENTS = [
  '2017-06-07-performance-and-delivery-board-notes.txt',
  '2019-09-24-police-and-crime-panel-minutes.txt',
]

let corpus: TestCorpus
let service: TestService

beforeAll(async () => {
  corpus = await testCorpus()
  for (const file of DOCUMENTS)
    await cp(join(projectRoot, 'corpus/documents', file), join(corpus.settings.corpusDir, file))
  await corpus.index()
  service = await testService(corpus.settings.dataDir, corpus.settings.corpusDir)
})
afterAll(async () => {
  await service.stop()
  await corpus.remove()
})

test('an indexer killed at any moment leaves a service that answers, and a next run that ends as if nothing had been', async () => {
  const { dataDir, corpusDir } = corpus.settings
  const args = [corpusDir, '--data', dataDir, '--full']
  const began = performance.now()
  expect(await runProgram('indexer/index.js', args)).toMatchObject({ status: 0 })
  const wholeRun = performance.now() - began
  const undisturbed = await contentOf(generationFolder(dataDir, 2))

  for (let kill = 0; kill < KILLS; kill++) {
    const indexer = startProgram('indexer/index.js', args)
    setTimeout(() => indexer.kill('SIGKILL'), wholeRun * Math.random())
    await once(indexer, 'close')
    await service.generations.refresh()
    await request(service.app).get('/api/v1/search?q=burglary').expect(200)
  }

  expect(await runProgram('indexer/index.js', args)).toMatchObject({ status: 0 })
  const current = await readCurrent(dataDir)
  expect(await contentOf(generationFolder(dataDir, current?.generation ?? 0))).toEqual(undisturbed)
  expect((await readdir(generationsFolder(dataDir))).length).toBeLessThanOrEqual(2)
}, 120_000)
