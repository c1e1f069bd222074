import type { Narrowing } from './analyse.ts'
import { dateWordsIn } from './dateWords.ts'
import type { Place, WordSyntax } from './queryLanguage.ts'
import { cutOut, parseQuery } from './queryLanguage.ts'

/** The text of a query without some of what it narrows its result by, so that something else can take their place. */
export function withoutNarrowings(text: string, narrowings: readonly Pick<Narrowing, 'text'>[]): string {
  const unwanted = new Set(narrowings.map((narrowing) => narrowing.text))
  const run: WordSyntax[] = []
  const places: Place[] = []
  for (const node of parseQuery(text).nodes) {
    if (node.type === 'word') {
      run.push(node)
      continue
    }
    places.push(...dateWordsOf(run.splice(0), unwanted))
    if (node.type === 'field' && unwanted.has(text.slice(node.start, node.end))) places.push(node)
  }
  places.push(...dateWordsOf(run, unwanted))
  return places.reduceRight(cutOut, text).trim()
}

/** Where the date stands that is read from words side by side, if it is not wanted. */
function dateWordsOf(run: readonly WordSyntax[], unwanted: ReadonlySet<string>): readonly Place[] {
  const date = dateWordsIn(run.map(({ text }) => text).join(' '))
  if (date === null || !unwanted.has(date.text)) return []
  let at = 0
  const words = run.filter(({ text }) => {
    const start = at
    at += text.length + 1
    return start < date.end && start + text.length > date.start
  })
  const [first] = words
  const last = words.at(-1)
  return first && last ? [{ start: first.start, end: last.end }] : []
}
