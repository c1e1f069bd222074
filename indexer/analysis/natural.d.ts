declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  interface Options {
    readonly restricted?: boolean
  }
  const distances: { DamerauLevenshteinDistance(source: string, target: string, options?: Options): number }
  export default distances
}
