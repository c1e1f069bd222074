import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { projectRoot } from '../../corpus/root.ts'
import { PATHS } from '../../server/paths.ts'

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')
const settingsPage = read('docs/settings.md')
const apiPage = read('docs/api.md')
const SOURCES = ['server/config.ts', 'indexer/settings.ts', 'test/browser/chromium.ts']
const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'corpus/README.md',
  ...readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

/** Names in capitals that a source reads from the environment. */
const settings = new Set(
  SOURCES.flatMap((file) =>
    [...read(file).matchAll(/^\s{2}([A-Z][A-Z_]+):|process\.env\.([A-Z_]+)/gm)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  ),
)
settings.delete('CI')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

describe('what the documentation owes', () => {
  test.each([...settings])('the setting %s has its line', (name) => {
    expect(settingsPage).toMatch(new RegExp(`^\\| \`${name}\`[ ,|]`, 'm'))
  })

  test('and it has no line of a setting that there is not', () => {
    const documented = [...settingsPage.matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map((match) => match[1] ?? '')
    expect(documented.filter((name) => !settings.has(name))).toEqual([])
  })

  test.each([...settings].filter((name) => name !== 'CHROMIUM_PATH'))('%s is in .env.example', (name) => {
    expect(read('.env.example')).toMatch(new RegExp(`^(?:# )?${name}=`, 'm'))
  })

  test.each(Object.keys(scripts))('the script %s has its line', (name) => {
    expect(settingsPage).toMatch(new RegExp(`^\\| \`npm (?:run )?${name}[ \`]`, 'm'))
  })

  test.each(Object.values(PATHS))('the address %s is named', (path) => {
    expect(apiPage).toContain(`\`${path}\``)
  })
})

describe.each(DOCUMENTS)('%s', (file) => {
  test('its links to files lead somewhere', () => {
    const targets = [...read(file).matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !target.startsWith('http'))
    expect(targets.filter((target) => !existsSync(join(projectRoot, dirname(file), target)))).toEqual([])
  })
})

test('the README has what a newcomer needs in its first screen and a half', () => {
  const screen = read('README.md').split('\n').slice(0, 40).join('\n')
  expect(screen).toContain('npm ci && npm start')
  expect(screen).toContain('npm ci && npm test')
  expect(screen).toMatch(/!\[[^\]]+\]\(docs\/images\/results\.png\)/)
})
