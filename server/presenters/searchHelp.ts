import type { Generation } from '../generations.ts'
import { PATHS, withQuery } from '../paths.ts'
import type { ExampleKind } from '../search/exampleQueries.ts'
import { LONGEST_QUERY } from '../search/request.ts'
import { searchedIn } from './askPage.ts'
import type { PageHead } from './pageHead.ts'

const WHAT_IT_DOES: Readonly<Record<ExampleKind, string>> = {
  words: 'Type a few words. What has all of them comes first',
  question: 'Ask a question. The answer comes first, in the record\u2019s own words',
  phrase: 'Put words between quotation marks to find them side by side',
  speaker: 'With role: or person: find what somebody said',
  time: 'Add a time',
}

/**
 * How to search, before anything is looked for, or where what was typed is too long to be.
 *
 * @param q what stands in the box
 */
export function presentSearchHelp(q: string, { collection, examples }: Generation) {
  return {
    head: {
      title: 'Search or ask',
      description:
        'Search the record, or ask a question and read the answer in its own words, with a link to its paragraph.',
      path: PATHS.search,
      section: 'search',
    } satisfies PageHead,
    q,
    error: q.length > LONGEST_QUERY ? tooLong(q.length) : null,
    examples: examples.map((example) => ({
      q: example.q,
      does: WHAT_IT_DOES[example.kind],
      href: withQuery(PATHS.search, { q: example.q }),
    })),
    searched: searchedIn(collection),
  }
}

function tooLong(characters: number): string {
  const inWords = (number: number): string => number.toLocaleString('en-GB')
  return `What you typed has ${inWords(characters)} characters. Search or ask in ${inWords(LONGEST_QUERY)} or fewer.`
}
