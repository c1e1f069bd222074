import type { CommitmentEntry } from '../../../corpus/model/register.ts'
import { toWhomOf } from './addressees.ts'
import { linksOf } from './commitmentLinks.ts'
import { entryIds } from './entryIds.ts'
import { inOrder } from './entryOrder.ts'
import type { Followed } from './followUps.ts'
import { carriedActions, carriedLink, followedUndertakings } from './followUps.ts'
import type { Ground } from './ground.ts'
import { readLaterPassages } from './laterPassages.ts'
import type { Undertaking } from './restatements.ts'
import { undertakingsOf } from './restatements.ts'
import { readVocabulary } from './similarWords.ts'
import type { Statement } from './statements.ts'
import { inReadingOrder, readStatements } from './statements.ts'

/** What was undertaken and given to do, each once, and the later passages that are about it. */
export function registerCommitments(ground: Ground): CommitmentEntry[] {
  const vocabulary = readVocabulary(ground.paragraphs.map(({ text }) => text))
  const { statements, followUps } = readStatements(ground, vocabulary)
  const undertakings = undertakingsOf(statements, ({ paragraph }) => vocabulary.contentOf(paragraph.text))
  const carried = carriedActions(undertakings)
  const followed = followedUndertakings(
    undertakings.filter((undertaking) => !carried.has(undertaking)),
    followUps,
  )
  const rowsOf = new Map<Undertaking, Statement[]>()
  for (const [[row], before] of carried) rowsOf.set(before, [...(rowsOf.get(before) ?? []), row])
  const told = new Set(followUps.flatMap(({ paragraph, update }) => [paragraph.id, update.paragraphId]))
  const passages = readLaterPassages(ground, vocabulary)
  const entries = withIds(followed).map(({ id, ...given }): CommitmentEntry => {
    const { undertaking } = given
    const rows = rowsOf.get(undertaking) ?? []
    const own = new Set([...undertaking, ...rows].map(({ paragraph }) => paragraph.id))
    const links = [
      ...given.links,
      ...rows.map((row) => carriedLink(row, undertaking)),
      ...linksOf(undertaking, ground, passages, (paragraph) => own.has(paragraph) || told.has(paragraph)),
    ]
    return { id, ...entryOf(given), links: inOrder(links) }
  })
  return inOrder(entries)
}

/** Ids go by the text in its document, in reading order. */
function withIds(followed: readonly Followed[]): (Followed & { readonly id: string })[] {
  const ordered = [...followed].sort((a, b) => inReadingOrder(a.undertaking[0], b.undertaking[0]))
  const ids = entryIds(ordered.map(({ undertaking: [{ quote }] }) => quote))
  return ordered.map((given, index) => ({ ...given, id: ids[index] ?? '' }))
}

function entryOf({ undertaking, isOpened }: Followed): Omit<CommitmentEntry, 'id' | 'links'> {
  const [first, ...restatements] = undertaking
  const isAction = undertaking.some(({ kind }) => kind === 'action')
  return {
    ...first.quote,
    topics: first.paragraph.topics,
    kind: isAction ? 'action' : 'commitment',
    owners: [...new Set(undertaking.flatMap(({ owners }) => owners))],
    personId: firstOf(undertaking.map(({ personId }) => personId)),
    toWhom: firstOf(undertaking.map(({ what }) => toWhomOf(what))),
    what: first.what,
    due: firstOf(undertaking.map(({ due }) => due)),
    dueText: firstOf(undertaking.map(({ dueText }) => dueText)),
    status: firstOf(undertaking.map(({ status }) => status)),
    isOpened,
    restatements: restatements.map(({ quote }) => quote),
  }
}

function firstOf<Value>(values: readonly (Value | null)[]): Value | null {
  return values.find((value) => value !== null) ?? null
}
