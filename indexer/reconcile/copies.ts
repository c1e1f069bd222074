import type { Database } from '../../corpus/store/database.ts'
import { insertRows } from '../../corpus/store/database.ts'
import { termsOfText } from '../analysis/terms.ts'

/** A part of a document that records a meeting, as far as copies of it are told. */
interface RecordedPart {
  readonly key: string
  readonly documentId: string
  readonly part: number
  readonly documentKind: string
  readonly isDraft: boolean
  readonly date: string | null
  readonly bodyId: string | null
  /** Its long paragraphs, by fingerprint. */
  readonly fingerprints: ReadonlySet<string>
}

interface PartRow {
  document_id: string
  part: number
  document_kind: string
  is_draft: number
  date: string | null
  body_id: string | null
}

interface Text {
  readonly id: string
  readonly text: string
}

/** Shorter paragraphs ("RESOLVED that the report be noted.") stand in every meeting's minutes, and tell of no copy. */
const LEAST_CHARACTERS = 60
/** Two parts are one record where the smaller shares at least this many long paragraphs, and this share of its own. */
const FEWEST_SHARED = 3
const LEAST_SHARE_OF_PARAGRAPHS = 0.4
const LEAST_SHARE_ACROSS_BODIES = 0.8
/** Two paragraphs of one record are copies where their word triples overlap by this share (Jaccard). */
const LEAST_OVERLAP = 0.7
const SHINGLE_WORDS = 3
/** A fingerprint that stands in more parts than this is boilerplate. */
const MOST_PARTS_OF_A_PARAGRAPH = 12

/**
 * Which paragraphs are copies of one record: the same minutes as a draft in the next pack, printed, and as a web page. Parts
 * that record a meeting are compared by the fingerprints of their long paragraphs; within two that are one record,
 * paragraphs are matched by fingerprint, then by their words. The canonical copy is one that is not marked as a draft, that
 * of a file of its own, the first by its id.
 */
export async function reconcileCopies(db: Database): Promise<void> {
  const parts = await recordedParts(db)
  const copies: { paragraph_id: string; canonical_id: string }[] = []
  for (const [canonical, ...others] of groupsOf(parts)) {
    if (!canonical) continue
    const texts = await textsOf(db, canonical)
    for (const other of others)
      for (const [copy, original] of matchParagraphs(await textsOf(db, other), texts))
        copies.push({ paragraph_id: copy, canonical_id: original })
  }
  await insertRows(db, 'paragraph_copies', copies)
}

async function recordedParts(db: Database): Promise<RecordedPart[]> {
  const rows = await db('parts')
    .join('documents', 'documents.id', 'parts.document_id')
    .join('part_meetings', (join) =>
      join.on('part_meetings.document_id', 'parts.document_id').andOn('part_meetings.part', 'parts.part'),
    )
    .whereIn('parts.kind', ['minutes', 'meeting_notes'])
    .orderBy(['parts.document_id', 'parts.part'])
    .select<PartRow[]>(
      'parts.document_id',
      'parts.part',
      'documents.kind as document_kind',
      'parts.is_draft',
      'part_meetings.date',
      'part_meetings.body_id',
    )
  const ids = await db('paragraphs')
    .whereRaw('length(text) >= ?', [LEAST_CHARACTERS])
    .select<{ id: string; document_id: string; part: number }[]>('id', 'document_id', 'part')
  const fingerprints = new Map<string, Set<string>>()
  for (const { id, document_id, part } of ids) {
    const key = `${document_id} ${part}`
    const known = fingerprints.get(key) ?? new Set<string>()
    fingerprints.set(key, known.add(fingerprintOf(id)))
  }
  return rows.map((row) => ({
    key: `${row.document_id} ${row.part}`,
    documentId: row.document_id,
    part: row.part,
    documentKind: row.document_kind,
    isDraft: Boolean(row.is_draft),
    date: row.date,
    bodyId: row.body_id,
    fingerprints: fingerprints.get(`${row.document_id} ${row.part}`) ?? new Set<string>(),
  }))
}

/** A paragraph's id ends with the fingerprint of its text. */
function fingerprintOf(id: string): string {
  return (id.split('.').at(-1) ?? '').replace(/-\d+$/, '')
}

/** Parts that are one record, the canonical one first; what has no copy is left out. Dated parts find each other first. */
function groupsOf(parts: readonly RecordedPart[]): RecordedPart[][] {
  const byKey = new Map(parts.map((part) => [part.key, part]))
  const groupOf = new Map(parts.map((part) => [part.key, [part]]))
  const pairs = [...sharedParagraphs(parts)].flatMap(([pair, shared]) => {
    const [a, b] = pair.split('\n').map((key) => byKey.get(key))
    return a && b ? [{ a, b, shared, undated: Number(a.date === null) + Number(b.date === null) }] : []
  })
  for (const { a, b, shared } of pairs.sort((first, second) => first.undated - second.undated)) {
    const [one = [], other = []] = [groupOf.get(a.key), groupOf.get(b.key)]
    if (one === other || !areAlike(a, b, shared) || !one.every((x) => other.every((y) => areOfOneDay(x, y))))
      continue
    const merged = [...one, ...other]
    for (const { key } of merged) groupOf.set(key, merged)
  }
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .map((group) => group.sort(byPrecedence))
}

/** How many long paragraphs two parts share, by their keys. */
function sharedParagraphs(parts: readonly RecordedPart[]): Map<string, number> {
  const partsOf = new Map<string, string[]>()
  for (const { key, fingerprints } of parts)
    for (const print of fingerprints) partsOf.set(print, [...(partsOf.get(print) ?? []), key])
  const shared = new Map<string, number>()
  for (const keys of partsOf.values()) {
    if (keys.length < 2 || keys.length > MOST_PARTS_OF_A_PARAGRAPH) continue
    for (const [index, first] of keys.entries())
      for (const second of keys.slice(index + 1)) {
        const pair = `${first}\n${second}`
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
  }
  return shared
}

/** Records of two days are two records, however alike. */
function areOfOneDay(a: RecordedPart, b: RecordedPart): boolean {
  return a.date === null || b.date === null || a.date.startsWith(b.date) || b.date.startsWith(a.date)
}

/** Under two names a body may be one or two: then nearly everything must be shared. */
function areAlike(a: RecordedPart, b: RecordedPart, shared: number): boolean {
  const smaller = Math.min(a.fingerprints.size, b.fingerprints.size)
  const isOneBody = a.bodyId === null || b.bodyId === null || a.bodyId === b.bodyId
  return (
    shared >= FEWEST_SHARED &&
    shared >= smaller * (isOneBody ? LEAST_SHARE_OF_PARAGRAPHS : LEAST_SHARE_ACROSS_BODIES)
  )
}

function byPrecedence(a: RecordedPart, b: RecordedPart): number {
  const rank = ({ isDraft, documentKind }: RecordedPart): number =>
    (isDraft ? 2 : 0) + (documentKind === 'pack' ? 1 : 0)
  return rank(a) - rank(b) || (a.key < b.key ? -1 : 1)
}

async function textsOf(db: Database, { documentId, part }: RecordedPart): Promise<Text[]> {
  return db('paragraphs')
    .where({ document_id: documentId, part })
    .orderBy('position')
    .select<Text[]>('id', 'text')
}

/** Pairs of a copy's paragraph and the canonical one: same text first, then the same words within each other's reach. */
function matchParagraphs(
  copies: readonly Text[],
  originals: readonly Text[],
): [copy: string, original: string][] {
  const free = new Map<string, Text[]>()
  for (const original of originals) {
    const print = fingerprintOf(original.id)
    free.set(print, [...(free.get(print) ?? []), original])
  }
  const pairs: [string, string][] = []
  const rest: Text[] = []
  for (const copy of copies) {
    const original = free.get(fingerprintOf(copy.id))?.shift()
    if (original) pairs.push([copy.id, original.id])
    else rest.push(copy)
  }
  return [...pairs, ...nearMatches(rest, [...free.values()].flat())]
}

function nearMatches(copies: readonly Text[], originals: readonly Text[]): [string, string][] {
  const candidates = originals.map(({ id, text }) => ({ id, shingles: shinglesOf(text), isTaken: false }))
  return copies.flatMap(({ id, text }): [string, string][] => {
    const shingles = shinglesOf(text)
    if (shingles.size === 0) return []
    const best = candidates
      .filter(({ isTaken }) => !isTaken)
      .map((candidate) => ({ candidate, overlap: overlapOf(shingles, candidate.shingles) }))
      .sort((a, b) => b.overlap - a.overlap)[0]
    if (!best || best.overlap < LEAST_OVERLAP) return []
    best.candidate.isTaken = true
    return [[id, best.candidate.id]]
  })
}

/** The runs of three terms of a text; Broder, "On the resemblance and containment of documents", 1997. */
function shinglesOf(text: string): ReadonlySet<string> {
  const terms = termsOfText(text)
  return new Set(
    terms
      .slice(0, Math.max(0, terms.length - SHINGLE_WORDS + 1))
      .map((_, at) => terms.slice(at, at + SHINGLE_WORDS).join(' ')),
  )
}

function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return shared / Math.max(1, a.size + b.size - shared)
}
