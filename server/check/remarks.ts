import { formatDate } from '../../corpus/model/formatDate.ts'
import { counted } from '../counted.ts'
import { shortened } from '../shortened.ts'
import type { CheckResult } from './check.ts'
import { isKnown } from './claim.ts'
import type { Place } from './place.ts'
import type { Difference, WordingPart, WordPair } from './wording.ts'
import { DIFFERENCES } from './wording.ts'

/** Something that the reader of a verdict should know, what weighs most first. */
export interface Remark {
  readonly kind:
    | Difference
    | 'elsewhere'
    | 'speaker'
    | 'date'
    | 'attribution'
    | 'paragraphs'
    | 'ellipsis'
    | 'brackets'
    | 'bracketed_letters'
    | 'spelling'
    | 'spacing'
    | 'capitals'
    | 'quotation_marks'
  readonly text: string
}

/** What differs and what was let pass, in sentences. */
export function remarksOn(result: CheckResult): Remark[] {
  const place = result.places[0] ?? null
  return [
    ...(place ? differences(place) : []),
    ...elsewhere(result),
    ...speaker(result, place),
    ...date(result, place),
    ...attribution(result),
    ...(place ? [...paragraphs(place), ...markings(place)] : []),
    ...(place ? endings(place) : []),
    ...bracketedLetters(result),
    ...(place ? spellings(place) : []),
    ...(result.quotation.hasQuotationMarks
      ? [{ kind: 'quotation_marks', text: 'Quotation marks were not compared.' } as const]
      : []),
  ]
}

const LONGEST_SHOWN = 120

const quoted = (text: string): string =>
  text === '' ? 'nothing' : `\u201c${shortened(text.replaceAll('\n', ' '), LONGEST_SHOWN)}\u201d`

const DIFFERENCE_NAMES: Readonly<Record<Exclude<Difference, 'word'>, string>> = {
  number: 'A number, sum or date differs',
  negation: 'A \u201cnot\u201d, or a word like it, differs',
  name: 'A name or title differs',
}

/** Differences of words alone are seen in the wording, where they are marked. */
function differences({ wording }: Place): Remark[] {
  const order = (part: WordingPart): number => DIFFERENCES.indexOf(part.difference ?? 'word')
  return wording.parts
    .toSorted((a, b) => order(a) - order(b))
    .flatMap(({ kind, difference, record, quoted: put }): Remark[] => {
      if (kind === 'ellipsis' && difference === 'word')
        return [{ kind: 'word', text: 'The ellipsis leaves out more than one paragraph.' }]
      if (difference === null || difference === 'word') return []
      if (kind === 'ellipsis')
        return [
          {
            kind: difference,
            text: `The ellipsis leaves out a \u201cnot\u201d or a word like it: ${quoted(record)}.`,
          },
        ]
      return [
        {
          kind: difference,
          text: `${DIFFERENCE_NAMES[difference]}: the record has ${quoted(record)}, the quotation ${quoted(put)}.`,
        },
      ]
    })
}

function elsewhere({ elsewhere: found }: CheckResult): Remark[] {
  return found.map(({ quoted: words }) => ({
    kind: 'elsewhere',
    text: `These words stand in the record, but somewhere else: ${quoted(words)}.`,
  }))
}

function speaker({ request, speaker: named }: CheckResult, place: Place | null): Remark[] {
  if (request.saidBy === null || named === null) return []
  if (!isKnown(named))
    return [{ kind: 'speaker', text: `The record names nobody as ${request.saidBy} who speaks in it.` }]
  if (!place) return []
  const names = [...new Set(place.paragraphs.flatMap(speakersOf))]
  const who = names.length === 0 ? 'to nobody by name or post' : `to ${names.join('; ')}`
  if (place.fit.speaker === false)
    return [{ kind: 'speaker', text: `The record gives the passage ${who}, not to ${request.saidBy}.` }]
  return names.length > 1
    ? [
        {
          kind: 'speaker',
          text: `More than one speaks in the passage: ${names.join('; ')}. Read whose words these are.`,
        },
      ]
    : []
}

const speakersOf = ({ paragraph, people }: Place['paragraphs'][number]): string[] =>
  paragraph.speakers.map(({ role, name }, index) => {
    const known = name ?? people[index]?.name
    return known === undefined ? role : `${known}, ${role}`
  })

const WHOLE_DAY = 'YYYY-MM-DD'

function date({ request: { from, to } }: CheckResult, place: Place | null): Remark[] {
  const [context] = place?.paragraphs ?? []
  if (!context || (from === null && to === null)) return []
  if (context.date === null) return [{ kind: 'date', text: 'The record does not date the passage.' }]
  const dated = formatDate(context.date)
  if (place?.fit.date === false) return [{ kind: 'date', text: `The record dates the passage ${dated}.` }]
  return context.date.length < WHOLE_DAY.length
    ? [{ kind: 'date', text: `The record says no more of the date than ${dated}.` }]
    : []
}

function attribution({ quotation }: CheckResult): Remark[] {
  if (quotation.setAside.length === 0) return []
  const text = `Only what stands in quotation marks was compared, without ${quotation.setAside.map(quoted).join(' and ')}.`
  return [{ kind: 'attribution', text }]
}

function paragraphs({ paragraphs: { length } }: Place): Remark[] {
  return length > 1 ? [{ kind: 'paragraphs', text: `The quotation runs over ${length} paragraphs.` }] : []
}

function markings({ wording }: Place): Remark[] {
  return wording.parts.flatMap(({ kind, difference, record, quoted: put, recordWords }): Remark[] => {
    if (difference !== null) return []
    if (kind === 'ellipsis')
      return [{ kind, text: `The ellipsis leaves out ${counted(recordWords, 'word')}: ${quoted(record)}.` }]
    return kind === 'brackets'
      ? [
          {
            kind,
            text:
              record === ''
                ? `The square brackets add ${quoted(put)}, where the record has nothing.`
                : `The square brackets ${put === '' ? '' : `${quoted(put)} `}stand where the record has ${quoted(record)}.`,
          },
        ]
      : []
  })
}

function endings({ wording }: Place): Remark[] {
  return wording.endings.map(([record, put]) => ({
    kind: 'brackets',
    text: `The square brackets make ${quoted(put)} of what is ${quoted(record)} in the record.`,
  }))
}

function bracketedLetters({ quotation: { bracketedLetters: words } }: CheckResult): Remark[] {
  if (words.length === 0) return []
  const text = `Letters in square brackets were let pass in ${words.map(quoted).join(', ')}.`
  return [{ kind: 'bracketed_letters', text }]
}

const MOST_PAIRS_SHOWN = 5

function spellings({ wording: { spellings: spelt, spacings, capitals } }: Place): Remark[] {
  const remark = (kind: Remark['kind'], about: string, pairs: readonly WordPair[]): Remark[] => {
    const shown = pairs
      .slice(0, MOST_PAIRS_SHOWN)
      .map(([record, put]) => `${quoted(record)} for ${quoted(put)}`)
    const more = pairs.length - shown.length
    return pairs.length === 0
      ? []
      : [
          {
            kind,
            text: `${about}: the record has ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
          },
        ]
  }
  return [
    ...remark('spelling', 'Spelt otherwise, which is no difference', spelt),
    ...remark('spacing', 'Written with other spaces, which is no difference', spacings),
    ...remark('capitals', 'With other capitals, which is no difference', capitals),
  ]
}
