import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { openReadOnly } from '../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../corpus/store/generations.ts'
import type { IndexSummary } from './pipeline.ts'
import { indexCorpus } from './pipeline.ts'
import { progressOn, summaryLines } from './progress.ts'
import { reportLines } from './report.ts'
import type { IndexerSettings } from './settings.ts'
import { readIndexerSettings } from './settings.ts'

/** Exit statuses: all files read; some refused; nothing could be done. */
const EXIT = { allRead: 0, someRefused: 1, nothingDone: 2 } as const

interface CommandOptions {
  readonly data?: string
  readonly full?: boolean
  readonly report?: boolean
  readonly json?: boolean
}

async function main(argv: readonly string[]): Promise<number> {
  const command = new Command('index')
    .description('Reads the published files of a corpus folder and makes a new generation of the record.')
    .argument('[path]', 'the corpus folder (default: CORPUS_DIR)')
    .option('--data <dir>', 'the data folder (default: DATA_DIR)')
    .option('--full', 'read every file anew, and let the data folder belong to this corpus folder')
    .option('--report', 'print what was understood of each document, and what was not')
    .option('--json', 'print the summary as JSON')
    .exitOverride()
  command.parse(argv, { from: 'user' })
  const options = command.opts<CommandOptions>()
  const settings = settingsFrom(command.args[0], options)
  const summary = await indexCorpus(settings, options.full === true, progressOn(process.stderr))
  await print(summary, settings, options)
  return summary.refused.length > 0 ? EXIT.someRefused : EXIT.allRead
}

function settingsFrom(path: string | undefined, options: CommandOptions): IndexerSettings {
  const settings = readIndexerSettings(process.env)
  return {
    ...settings,
    corpusDir: path === undefined ? settings.corpusDir : resolve(path),
    dataDir: options.data === undefined ? settings.dataDir : resolve(options.data),
  }
}

async function print(
  summary: IndexSummary,
  settings: IndexerSettings,
  options: CommandOptions,
): Promise<void> {
  const lines = options.json ? [JSON.stringify(summary, null, 2)] : summaryLines(summary)
  if (options.report) {
    const db = openReadOnly(databaseFile(generationFolder(settings.dataDir, summary.generation)))
    lines.push(...(await reportLines(db)))
    await db.destroy()
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.allRead : EXIT.nothingDone
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = EXIT.nothingDone
  }
}
