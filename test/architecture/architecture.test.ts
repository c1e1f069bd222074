import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { projectRoot } from '../../corpus/root.ts'

/** What each folder may import, besides itself. The most particular folder that holds a file counts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'corpus/model': [],
  'corpus/store': ['corpus/model'],
  corpus: ['corpus/model', 'corpus/store'],
  'indexer/analysis': ['corpus'],
  'indexer/engine': ['corpus', 'indexer/analysis'],
  'indexer/extract': ['corpus'],
  'indexer/parse': ['corpus', 'indexer/analysis'],
  'indexer/enrich': ['corpus', 'indexer/analysis'],
  'indexer/reconcile': ['corpus', 'indexer/analysis'],
  indexer: ['corpus', 'indexer'],
  'server/search': ['corpus', 'indexer/analysis', 'indexer/engine', 'server'],
  'server/answer': ['corpus', 'indexer/analysis', 'indexer/engine', 'server'],
  'server/presenters': ['corpus', 'indexer/engine', 'server'],
  server: ['corpus', 'indexer/analysis', 'indexer/engine', 'server'],
}

const SOURCES = ['corpus', 'indexer', 'server'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
)

function importsOf(file: string): string[] {
  const source = readFileSync(join(projectRoot, file), 'utf8')
  return [...source.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map((match) =>
    relative(projectRoot, resolve(dirname(join(projectRoot, file)), match[1] ?? '')),
  )
}

function folderOf(file: string): string {
  return (
    Object.keys(MAY_IMPORT)
      .filter((folder) => file.startsWith(`${folder}/`))
      .sort((a, b) => b.length - a.length)[0] ?? ''
  )
}

describe('imports run one way', () => {
  test.each(SOURCES)('%s', (file) => {
    const own = folderOf(file)
    const allowed = [own, ...(MAY_IMPORT[own] ?? [])]
    const wrong = importsOf(file).filter(
      (imported) => !allowed.some((folder) => imported.startsWith(`${folder}/`)),
    )
    expect(wrong).toEqual([])
  })

  test('no file imports itself through others', () => {
    const graph = new Map(SOURCES.map((file) => [file, importsOf(file)]))
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' > '))
      else for (const next of graph.get(file) ?? []) if (!done.has(next)) visit(next, [...path, file])
      done.add(file)
    }
    const done = new Set<string>()
    for (const file of SOURCES) visit(file, [])
    expect(cycles).toEqual([])
  })

  test("natural's main entry, which loads database drivers, is imported nowhere", () => {
    for (const file of SOURCES)
      expect(readFileSync(join(projectRoot, file), 'utf8')).not.toMatch(/from 'natural'/)
  })
})
