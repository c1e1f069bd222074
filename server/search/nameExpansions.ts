import { roleOfForm } from '../../indexer/analysis/roles.ts'
import { foldWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import type { Expansion, Knowledge } from './expansion.ts'
import { isTitle } from './fieldValues.ts'
import type { TypedWord } from './words.ts'

const LONGEST_ROLE_WORDS = 6

/** A role that the words name: along with them, whatever whoever held it says. */
export function rolesOf(words: readonly TypedWord[], { values }: Knowledge): Expansion[] {
  const known = new Set(values.all('role').map(({ value }) => value))
  const found: Expansion[] = []
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(LONGEST_ROLE_WORDS, words.length - at); length > 0; length--) {
      const named = words.slice(at, at + length)
      const from = asTyped(named)
      const role = from === null ? null : roleOfForm(from)
      if (from === null || role === null || !known.has(role)) continue
      found.push(speakerExpansion(from, role, 'role', [role], named))
      at += length - 1
      break
    }
  }
  return found
}

/** Words with the stop words between them; null where they did not stand side by side. */
function asTyped(words: readonly TypedWord[]): string | null {
  const [first, ...others] = words
  let place = first?.place ?? 0
  let text = first?.text ?? ''
  for (const word of others) {
    place += word.stopWordsBefore.length + 1
    if (word.place !== place) return null
    text += ` ${[...word.stopWordsBefore, word.text].join(' ')}`
  }
  return text
}

/** What is searched along with the name of somebody who speaks: a reader leaves it out by these words. */
export const saidBy = (name: string): string => `said by ${name}`

function speakerExpansion(
  from: string,
  name: string,
  field: 'role' | 'person',
  values: readonly string[],
  words: readonly TypedWord[],
): Expansion {
  return { kind: 'speaker', from, to: saidBy(name), nodes: [{ type: 'facet', field, values }], words }
}

/** With more of one surname it is not said who of them is meant. */
const MOST_NAMESAKES = 2

/** A person whom the words name, by surname and what goes before it: along with them, whatever the person says. */
export function peopleOf(words: readonly TypedWord[], knowledge: Knowledge): Expansion[] {
  const isWrittenSmall = words.every(({ text }) => text === text.toLowerCase())
  return words.flatMap((word, index): Expansion[] => {
    const before = words.slice(0, index).filter(({ place }) => place >= word.place - 2)
    const titles = before.filter(({ text }) => isTitle(text))
    const namesakes = knowledge.values
      .peopleCalled(foldWord(word.text))
      .map(({ value, names, words: forms }) => {
        const given = before.filter(({ text }) =>
          forms.some((form) => form.slice(0, -1).includes(foldWord(text))),
        )
        return { value, name: names[0], given }
      })
    const most = Math.max(0, ...namesakes.map(({ given }) => given.length))
    const isName = /^\p{Lu}/u.test(word.text) || titles.length + most > 0
    if (!isName && !(isWrittenSmall && isRare(word.text, knowledge))) return []
    const meant = namesakes.filter(({ given }) => given.length === most)
    const named = [...new Set([...titles, ...meant.flatMap(({ given }) => given), word])]
    const from = named.map(({ text }) => text).join(' ')
    const expansion = (name: string, people: typeof meant): Expansion =>
      speakerExpansion(
        from,
        name,
        'person',
        people.map(({ value }) => value),
        named,
      )
    return meant.length > MOST_NAMESAKES
      ? [expansion(`anyone called ${word.text}`, meant)]
      : meant.map((person) => expansion(person.name, [person]))
  })
}

/** A name that is no everyday word too stands in few paragraphs: in so many, or in this share of them. */
const FEW_PARAGRAPHS = 20
const LARGEST_SHARE_OF_NAME = 0.02

/** Typed without capitals, a name is told from a word by how rare it is. */
function isRare(word: string, { engine }: Knowledge): boolean {
  const [term = ''] = termsOfWord(word)
  return engine.paragraphFrequency(term) <= Math.max(FEW_PARAGRAPHS, LARGEST_SHARE_OF_NAME * engine.size)
}

/** `Cllr Palmer` is `Mr Palmer` elsewhere: who has the name is held to have the title. */
export function titlesOf(words: readonly TypedWord[], { values }: Knowledge): Expansion[] {
  return words.flatMap((title, index): Expansion[] => {
    const name = words[index + 1]
    if (!isTitle(title.text) || name?.place !== title.place + 1) return []
    if (values.peopleCalled(foldWord(name.text)).length === 0) return []
    const node = { type: 'word', text: name.text, terms: termsOfWord(name.text).slice(0, 1) } as const
    const from = `${title.text} ${name.text}`
    return [{ kind: 'title', from, to: `${name.text} under any title`, nodes: [node], words: [title] }]
  })
}
