// Not natural's main entry: it loads database drivers, prints to the console and takes over a second.
import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Porter's stem of a lower-case English word (M. F. Porter, "An algorithm for suffix stripping", 1980). */
export function stem(word: string): string {
  return porterStemmer.stem(word)
}
