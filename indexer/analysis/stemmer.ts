// Not natural's main entry: it loads database drivers, prints to the console and takes over a second.
import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'

const CACHED_WORDS = 200_000

const cache = new Map<string, string>()

/** Porter's stem of a lower-case English word (M. F. Porter, "An algorithm for suffix stripping", 1980). */
export function stem(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known
  const stemmed = porterStemmer.stem(word)
  if (cache.size >= CACHED_WORDS) cache.clear()
  cache.set(word, stemmed)
  return stemmed
}
