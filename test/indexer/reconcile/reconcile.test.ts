import { afterEach, describe, expect, test } from '@jest/globals'
import { openReadOnly, type Database } from '../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../corpus/store/generations.ts'
import { minutesText, testCorpus, type TestCorpus } from '../../builders/corpusFolder.ts'

let corpus: TestCorpus
let db: Database

async function reconciled(files: Readonly<Record<string, string>>): Promise<Database> {
  corpus = await testCorpus(files)
  const { generation } = await corpus.index()
  db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
  return db
}

afterEach(async () => {
  await db.destroy()
  await corpus.remove()
})

const NOTES = [
  'Meeting Notes',
  'Title: Harbour Board',
  'Date & time: 7 June 2017',
  'Attendees: Harbour Office: Mary Ling (Chief Executive), John Perch (Chief Finance Officer)',
  '1. Ferries',
  '- The Chief Executive said that fares would rise. Mr Perch agreed.',
].join('\n\n')

describe('people', () => {
  test('several forms of one name are one person, by surname and a shared initial', async () => {
    await reconciled({ 'notes.txt': NOTES, 'minutes.txt': minutesText() })
    expect(await db('people').orderBy('id').select('id', 'name')).toEqual([
      { id: 'a-roach', name: 'A Roach' },
      { id: 'd-pike', name: 'D Pike' },
      { id: 'j-fisher', name: 'J Fisher' },
      { id: 'john-perch', name: 'John Perch' },
      { id: 'mary-ling', name: 'Mary Ling' },
    ])
  })

  test('a role that the meeting names one holder of is that person; where it names none, the role stands alone', async () => {
    await reconciled({
      'notes.txt': NOTES,
      'bare.txt': NOTES.replace(/Attendees:.*/, 'Venue: Town Hall').replace('2017', '2018'),
    })
    const spoken = await db('paragraph_people')
      .orderBy(['paragraph_id', 'position'])
      .select('paragraph_id', 'position', 'person_id')
    const inNotes = spoken.filter((row: { paragraph_id: string }) => row.paragraph_id.startsWith('notes.'))
    expect(inNotes.map((row: { person_id: string }) => row.person_id)).toEqual(['mary-ling', 'john-perch'])
    const inBare = spoken.filter((row: { paragraph_id: string }) => row.paragraph_id.startsWith('bare.'))
    expect(inBare.map((row: { person_id: string }) => row.person_id)).toEqual(['john-perch'])
  })
})

describe('meetings', () => {
  test('minutes and the report tabled with an agenda belong to the meetings they are of', async () => {
    const pack = [
      'AGENDA',
      'Notice is hereby given that a meeting of the Harbour Scrutiny Panel will be held on 18 December 2024',
      minutesText(),
      'To: Harbour Scrutiny Panel',
      'Subject: Fares',
      'Date: 18 December 2024',
      '1. This paper reports on fares.',
    ].join('\n\n')
    await reconciled({ 'pack.txt': pack })
    expect(await db('part_meetings').orderBy('part').pluck('meeting_id')).toEqual([
      'harbour-scrutiny-panel-2024-12-18',
      'harbour-scrutiny-panel-2024-10-10',
      'harbour-scrutiny-panel-2024-12-18',
    ])
    expect(await db('meetings').orderBy('id').pluck('title')).toEqual([
      'Harbour Scrutiny Panel, 10 October 2024',
      'Harbour Scrutiny Panel, 18 December 2024',
    ])
  })

  test('a meeting of unknown date is none', async () => {
    await reconciled({ 'notes.txt': NOTES.replace('Date & time: 7 June 2017', 'Venue: Town Hall') })
    expect(await db('meetings').select('id')).toEqual([])
  })
})
