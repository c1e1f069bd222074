import { SingleBar } from 'cli-progress'
import type { RefusedFile } from '../corpus/model/refusedFile.ts'
import type { IndexSummary, Progress } from './pipeline.ts'

type Write = (line: string) => void

/** A bar on a terminal; elsewhere a line for what is worth one. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? terminalProgress(stream) : lineProgress((line) => stream.write(`${line}\n`))
}

function lineProgress(write: Write): Progress {
  return {
    remark: write,
    begin: (files) => {
      if (files > 0) write(`Reading ${plural(files, 'file')}`)
    },
    read: (file) => {
      write(`read ${file}`)
    },
    refused: (file) => {
      write(`refused ${refusal(file)}`)
    },
    step: (name) => {
      write(name === 'reconcile' ? 'Reconciling people, meetings and acronyms' : 'Building the search index')
    },
  }
}

function terminalProgress(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {file}',
    hideCursor: true,
    stream,
    clearOnComplete: true,
  })
  const aside: Write = (line) => stream.write(`\r\u001b[K${line}\n`)
  return {
    remark: aside,
    begin: (files) => {
      if (files > 0) bar.start(files, 0, { file: '' })
    },
    read: (file) => {
      bar.increment(1, { file })
    },
    refused: (file) => {
      aside(`refused ${refusal(file)}`)
      bar.increment(1, { file: file.file })
    },
    step: (name) => {
      bar.stop()
      if (name === 'index') aside('Building the search index')
    },
  }
}

/** The closing lines of a run: what was read, what was not, and why. */
export function summaryLines(summary: IndexSummary): string[] {
  const { read, unchanged, gone, refused, generation, paragraphs } = summary
  const counts = [
    `${read.length} read`,
    `${unchanged} unchanged`,
    `${gone.length} gone`,
    `${refused.length} refused`,
  ].join(', ')
  return [
    `Generation ${generation}: ${plural(read.length + unchanged, 'document')}, ${plural(paragraphs, 'paragraph')} (${counts})`,
    ...gone.map((file) => `  gone: ${file}`),
    ...refused.map((file) => `  refused: ${refusal(file)}`),
  ]
}

function refusal({ file, reason, remedy }: RefusedFile): string {
  return `${file}: ${reason}; ${remedy}`
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}
