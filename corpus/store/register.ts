import type {
  CommitmentEntry,
  DecisionEntry,
  FigureEntry,
  QuestionEntry,
  RequestEntry,
} from '../model/register.ts'
import type { Database } from './database.ts'
import { insertRows } from './database.ts'

/** The register: what was promised, decided, asked, asked for and counted, each list in its order. */
export interface Register {
  readonly commitments: readonly CommitmentEntry[]
  readonly decisions: readonly DecisionEntry[]
  readonly questions: readonly QuestionEntry[]
  readonly requests: readonly RequestEntry[]
  readonly figures: readonly FigureEntry[]
}

/** Replaces the register. */
export async function saveRegister(db: Database, register: Register): Promise<void> {
  await db('register_entries').delete()
  for (const [kind, entries] of Object.entries<Register[keyof Register]>({ ...register }))
    await insertRows(
      db,
      'register_entries',
      entries.map((entry, position) => ({ kind, id: entry.id, position, entry: JSON.stringify(entry) })),
    )
}

export async function loadRegister(db: Database): Promise<Register> {
  return {
    commitments: await entriesOf<CommitmentEntry>(db, 'commitments'),
    decisions: await entriesOf<DecisionEntry>(db, 'decisions'),
    questions: await entriesOf<QuestionEntry>(db, 'questions'),
    requests: await entriesOf<RequestEntry>(db, 'requests'),
    figures: await entriesOf<FigureEntry>(db, 'figures'),
  }
}

async function entriesOf<Entry>(db: Database, kind: keyof Register): Promise<Entry[]> {
  const rows = await db('register_entries').where({ kind }).orderBy('position').pluck<string[]>('entry')
  // The table holds what `saveRegister` made JSON of, one kind in each list.
  return rows.map((entry) => JSON.parse(entry) as Entry)
}
