import { organisationAtEnd } from '../../analysis/organisations.ts'
import { roleAtEnd } from '../../analysis/roles.ts'

/** Words after which stands to whom something is to be told, given or written. */
export const TOLD_TO: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\b(?:report|reporting|revert|return|come|feed|provide|present|submit|bring|send|forward|circulate|circulated|share|give|write|writing|respond|reply|speak|refer|make|issue|issued|submitted|provided|presented|sent|forwarded|brought)\b[^.;]{0,80}?\bto (?:the |its |their )?/i,
    example: 'report back to the',
  },
  {
    pattern: /\b(?:brief|briefing|inform|notify|update|advise|contact|invite) (?:the )?/i,
    example: 'brief the',
  },
]
/** Longer names of bodies are rare. */
const MOST_WORDS = 6
const NAME =
  /^(?:[A-Z][\w&'/-]*|Members|members)(?: (?:of|for|and|the|&) (?:the )?[A-Z][\w&'/-]*| [A-Z][\w&'/-]*){0,5}/

/** To whom, as a role, a body or an organisation that the words name; null where they name none. */
export function toWhomOf(what: string): string | null {
  for (const { pattern } of TOLD_TO) {
    const told = pattern.exec(what)
    const name = told && NAME.exec(what.slice(told.index + told[0].length))?.[0]
    if (!name) continue
    const words = name.split(' ')
    for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
      const phrase = words.slice(0, count).join(' ')
      const known = organisationAtEnd(`the ${phrase}`) ?? roleAtEnd(phrase)
      if (known !== null) return phrase
    }
    if (words.length > 1) return name
  }
  return null
}
