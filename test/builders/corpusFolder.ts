import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { IndexerSettings } from '../../indexer/settings.ts'
import { indexCorpus, type IndexSummary, type Progress } from '../../indexer/pipeline.ts'
import { projectRoot } from '../../corpus/root.ts'

/** A folder of published files and a data folder of its own, both removed by `remove`. */
export interface TestCorpus {
  readonly settings: IndexerSettings
  /** Writes files, by their path below the corpus folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>
  delete(file: string): Promise<void>
  index(full?: boolean): Promise<IndexSummary>
  remove(): Promise<void>
}

export async function testCorpus(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TestCorpus> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-'))
  const settings: IndexerSettings = {
    corpusDir: join(folder, 'corpus'),
    dataDir: join(folder, 'data'),
    maxFileMb: 1,
    taxonomy: join(projectRoot, 'corpus/taxonomy.json'),
    readers: 0,
    readSeconds: 60,
    readMemoryMb: 512,
  }
  await mkdir(settings.corpusDir, { recursive: true })
  const corpus: TestCorpus = {
    settings,
    write: async (given) => {
      for (const [file, content] of Object.entries(given)) {
        await mkdir(dirname(join(settings.corpusDir, file)), { recursive: true })
        await writeFile(join(settings.corpusDir, file), content)
      }
    },
    delete: (file) => rm(join(settings.corpusDir, file)),
    index: (full = false) => indexCorpus(settings, full, silent),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
  await corpus.write(files)
  return corpus
}

const nothing = (): void => undefined
const silent: Progress = { remark: nothing, begin: nothing, read: nothing, refused: nothing, step: nothing }

/** Minutes of a meeting, as committees print them. */
export function minutesText({
  date = 'Thursday 10 October 2024',
  items = [DEFAULT_ITEM],
}: { date?: string; items?: readonly string[] } = {}): string {
  return [
    'MINUTES of a meeting of the Harbour Scrutiny Panel held in the Town Hall on ' + date + '.',
    'PRESENT: Mrs J Fisher (Chairman), Mr D Pike (Vice-Chairman) and Cllr A Roach.',
    'ALSO PRESENT: Ms M Ling (Chief Executive).',
    ...items,
  ].join('\n\n')
}

const DEFAULT_ITEM = [
  '12. Ferry Service - Update',
  '(Item B1)',
  '1. The Chief Executive reported that 1,250 passengers used the ferry in September.',
  '2. Cllr Roach asked when the Sunday service would return. The Chief Executive said that it would return in April 2025.',
  'RESOLVED that the report be noted.',
].join('\n\n')
