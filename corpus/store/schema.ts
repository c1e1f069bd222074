import type { Knex } from 'knex'

/** Raised whenever the tables change: a data folder of another version is made again from the corpus. */
export const SCHEMA_VERSION = 3

const key = (table: Knex.CreateTableBuilder, ...columns: string[]): void => void table.primary(columns)

/** The tables of a generation. What `reconcile` derives from all documents stands apart, below. */
export async function createSchema(db: Knex): Promise<void> {
  await db.schema
    .createTable('documents', (table) => {
      table.string('id').primary()
      table.string('file').notNullable().unique()
      table.string('title').notNullable()
      table.string('kind').notNullable()
      table.string('body')
      table.string('date')
      table.string('publisher')
      table.string('source_url')
      table.string('licence')
      table.integer('pages')
      table.string('sha256').notNullable()
      table.integer('bytes').notNullable()
      /** What the document was read with: file, catalogue entry, program. Unchanged, it is taken over as it is. */
      table.string('fingerprint').notNullable()
    })
    .createTable('parts', (table) => {
      table.string('document_id').notNullable()
      table.integer('part').notNullable()
      table.string('title').notNullable()
      table.string('kind').notNullable()
      table.string('body')
      table.string('date')
      table.boolean('is_draft').notNullable()
      table.string('start_quote').notNullable()
      key(table, 'document_id', 'part')
    })
    .createTable('items', (table) => {
      table.string('document_id').notNullable()
      table.integer('item').notNullable()
      table.integer('part').notNullable()
      table.string('number')
      table.string('title').notNullable()
      table.string('reference')
      key(table, 'document_id', 'item')
    })
    .createTable('attendees', (table) => {
      table.string('document_id').notNullable()
      table.integer('position').notNullable()
      table.integer('part').notNullable()
      table.string('name').notNullable()
      table.string('role')
      table.string('organisation')
      table.string('status').notNullable()
      key(table, 'document_id', 'position')
    })
    .createTable('paragraphs', (table) => {
      table.string('id').primary()
      table.string('document_id').notNullable()
      table.integer('position').notNullable()
      table.integer('part').notNullable()
      table.integer('item')
      table.text('text').notNullable()
      table.string('label')
      table.integer('page')
      table.string('page_label')
      table.string('kind').notNullable()
      table.json('cells').notNullable()
      table.json('headings').notNullable()
      table.json('spans').notNullable()
      table.json('seams').notNullable()
      table.json('sentences').notNullable()
      table.json('speakers').notNullable()
      table.json('topics').notNullable()
      table.unique(['document_id', 'position'])
    })
    .createTable('acronyms', (table) => {
      table.string('document_id').notNullable()
      table.integer('position').notNullable()
      table.string('acronym').notNullable()
      table.string('expansion').notNullable()
      table.string('paragraph_id').notNullable()
      key(table, 'document_id', 'position')
    })
    .createTable('doubts', (table) => {
      table.string('document_id').notNullable()
      table.integer('position').notNullable()
      table.string('kind').notNullable()
      table.string('paragraph_id')
      table.text('text').notNullable()
      key(table, 'document_id', 'position')
    })
    .createTable('retired_paragraphs', (table) => {
      table.string('id').primary()
      table.string('document_id').notNullable()
      table.text('text').notNullable()
      table.string('successor_id').notNullable()
    })
    .createTable('refused_files', (table) => {
      table.string('file').primary()
      table.string('reason').notNullable()
      table.string('remedy').notNullable()
    })
  for (const name of FACTS) await createFactTable(db, name)
  await createDerivedTables(db)
}

/** One kind of fact that documents state; what the fact says is JSON, where it stands are columns. */
async function createFactTable(db: Knex, name: FactName): Promise<void> {
  await db.schema.createTable(factTable(name), (table) => {
    table.string('document_id').notNullable()
    table.integer('position').notNullable()
    table.integer('part').notNullable()
    table.integer('item')
    /** Where it stands; of several paragraphs, the first. */
    table.string('paragraph_id').notNullable()
    table.json('fact').notNullable()
    key(table, 'document_id', 'position')
  })
}

/** Derived by `reconcile` from the tables above, and replaced whole. */
async function createDerivedTables(db: Knex): Promise<void> {
  await db.schema
    .createTable('bodies', (table) => {
      table.string('id').primary()
      table.string('name').notNullable()
    })
    .createTable('meetings', (table) => {
      table.string('id').primary()
      table.string('title').notNullable()
      table.string('body_id').notNullable()
      table.string('date').notNullable()
    })
    .createTable('part_meetings', (table) => {
      table.string('document_id').notNullable()
      table.integer('part').notNullable()
      table.string('meeting_id')
      table.string('body_id')
      /** The day that the part's paragraphs are dated by. */
      table.string('date')
      key(table, 'document_id', 'part')
    })
    .createTable('people', (table) => {
      table.string('id').primary()
      table.string('name').notNullable()
    })
    .createTable('paragraph_people', (table) => {
      table.string('paragraph_id').notNullable()
      /** Place among the paragraph's speakers. */
      table.integer('position').notNullable()
      table.string('person_id').notNullable()
      key(table, 'paragraph_id', 'position')
    })
    .createTable('paragraph_copies', (table) => {
      table.string('paragraph_id').primary()
      /** The one of the copies that search shows. */
      table.string('canonical_id').notNullable()
    })
    .createTable('confirmations', (table) => {
      /** The meeting whose minutes were confirmed. */
      table.string('meeting_id').notNullable()
      /** Where a later meeting says so. */
      table.string('paragraph_id').notNullable()
      table.string('confirmed_at_meeting_id').notNullable()
      key(table, 'meeting_id', 'paragraph_id')
    })
    .createTable('person_names', (table) => {
      table.string('person_id').notNullable()
      /** As printed. */
      table.string('name').notNullable()
      /** Why it is held to be the person's, in words. */
      table.string('evidence').notNullable()
      /** A document in which it is printed. */
      table.string('document_id').notNullable()
      key(table, 'person_id', 'name')
    })
    .createTable('role_holders', (table) => {
      table.string('role').notNullable()
      table.string('person_id').notNullable()
      /** Empty where the record does not name the body. */
      table.string('body_id').notNullable()
      /** First and last day on which the record names the person in the role. */
      table.string('first_date')
      table.string('last_date')
      /** Meetings in which it does. */
      table.integer('meetings').notNullable()
      table.string('first_document_id').notNullable()
      table.string('last_document_id').notNullable()
      key(table, 'role', 'person_id', 'body_id')
    })
    .createTable('register_entries', (table) => {
      table.string('kind').notNullable()
      table.string('id').notNullable()
      /** By date, those without one last, and then as documents and paragraphs follow one another. */
      table.integer('position').notNullable()
      table.json('entry').notNullable()
      key(table, 'kind', 'id')
    })
    .createTable('acronym_expansions', (table) => {
      table.string('acronym').notNullable()
      table.string('expansion').notNullable()
      table.integer('documents').notNullable()
      key(table, 'acronym', 'expansion')
    })
}

/** Facts of a `DocumentRecord`, by the name of its list. */
export const FACTS = [
  'decisions',
  'actions',
  'commitments',
  'questions',
  'oralQuestions',
  'requests',
  'figures',
  'declarations',
] as const
export type FactName = (typeof FACTS)[number]

/** The table of a kind of fact: `oralQuestions` are in `oral_questions`. */
export function factTable(name: FactName): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Tables of one document's facts: a document that goes takes its rows along. */
export const DOCUMENT_TABLES = [
  'parts',
  'items',
  'attendees',
  'paragraphs',
  ...FACTS.map(factTable),
  'acronyms',
  'doubts',
  'retired_paragraphs',
] as const

export const DERIVED_TABLES = [
  'bodies',
  'meetings',
  'part_meetings',
  'people',
  'paragraph_people',
  'paragraph_copies',
  'confirmations',
  'person_names',
  'role_holders',
  'register_entries',
  'acronym_expansions',
] as const
