import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../corpus/root.ts'
import { indexCorpus } from '../../indexer/pipeline.ts'
import { readIndexerSettings } from '../../indexer/settings.ts'

const nothing = (): void => undefined

/** The shipped documents, indexed into a data folder that `remove` removes. */
export async function shippedCorpus(): Promise<{
  readonly dataDir: string
  readonly corpusDir: string
  remove(): Promise<void>
}> {
  const dataDir = await mkdtemp(join(tmpdir(), 'on-record-shipped-'))
  const settings = { ...readIndexerSettings({}), dataDir, readers: 0 }
  await indexCorpus(settings, false, {
    remark: nothing,
    begin: nothing,
    read: nothing,
    refused: nothing,
    step: nothing,
  })
  return {
    dataDir,
    corpusDir: join(projectRoot, 'corpus/documents'),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}
