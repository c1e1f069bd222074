/** Words that hold sentences together, without those that English has as well (`die`, `pour`, `war`). */
const OF_LANGUAGES = {
  French:
    'le la les un une des du de au aux et ou est sont \u00e9tait ont ce cette ces que qui quoi quel quelle quels quelles combien pourquoi quand o\u00f9 dans en avec ne il elle ils elles nous vous sa ses leur leurs \u00e9t\u00e9 a-t-il a-t-elle y-a-t-il est-ce',
  German:
    'der das dem des ein eine einen einem und oder ist sind waren haben hatte wird wurde wer wie wo wann warum wieviel viele im auf aus bei mit nach von vor zu zum zur f\u00fcr nicht gibt',
  Spanish:
    'el los las unos unas del y es fue eran qui\u00e9n cu\u00e1l cu\u00e1nto cu\u00e1ntos cu\u00e1ntas c\u00f3mo d\u00f3nde cu\u00e1ndo por qu\u00e9 para se su sus hay en',
} as const

const WORDS: ReadonlySet<string> = new Set(Object.values(OF_LANGUAGES).flatMap((words) => words.split(' ')))

/** A word that only holds together a sentence of another language: `combien`, `quel`, `wer`. */
export function isForeignFunctionWord(word: string): boolean {
  return WORDS.has(word.toLowerCase())
}
