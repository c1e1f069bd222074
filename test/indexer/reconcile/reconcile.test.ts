import { afterEach, describe, expect, test } from '@jest/globals'
import { openReadOnly, type Database } from '../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../corpus/store/generations.ts'
import { minutesText, testCorpus, type TestCorpus } from '../../builders/corpusFolder.ts'
import { minutesOfItem } from '../../builders/record.ts'

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

describe('the names of a person', () => {
  test('each form that is printed is kept, with the reason why it is theirs', async () => {
    await reconciled({ 'minutes.txt': minutesOfItem('Fares', 'Cllr Roach asked why. Mr Pike replied.') })
    expect(
      await db('person_names')
        .whereIn('person_id', ['a-roach', 'd-pike'])
        .orderBy(['person_id', 'name'])
        .select('person_id', 'name', 'evidence', 'document_id'),
    ).toEqual([
      {
        person_id: 'a-roach',
        name: 'Cllr A Roach',
        evidence: 'surname and given name or initial',
        document_id: 'minutes',
      },
      {
        person_id: 'a-roach',
        name: 'Cllr Roach',
        evidence: 'the only person of that surname in the collection',
        document_id: 'minutes',
      },
      {
        person_id: 'd-pike',
        name: 'Mr D Pike',
        evidence: 'surname and given name or initial',
        document_id: 'minutes',
      },
      {
        person_id: 'd-pike',
        name: 'Mr Pike',
        evidence: 'the only person of that surname in the collection',
        document_id: 'minutes',
      },
    ])
  })

  test('a bare surname that two people have is the name of neither', async () => {
    await reconciled({
      'minutes.txt': minutesOfItem('Fares', 'Cllr Roach asked why.').replace(
        'Cllr A Roach',
        'Cllr A Roach and Cllr B Roach',
      ),
    })
    expect(await db('person_names').where('name', 'like', '%Roach').orderBy('name').pluck('name')).toEqual([
      'Cllr A Roach',
      'Cllr B Roach',
    ])
  })
})

describe('holders of a role', () => {
  const meeting = (day: string, chair: string) =>
    minutesText({ date: day }).replace('Mrs J Fisher (Chairman)', `${chair} (Chairman)`)

  test('are told with the first and last day on which the record names them in it', async () => {
    await reconciled({
      'may.txt': meeting('6 May 2024', 'Mrs J Fisher'),
      'june.txt': meeting('3 June 2024', 'Mrs J Fisher'),
      'july.txt': meeting('1 July 2024', 'Mr B Sole'),
    })
    expect(await db('role_holders').where({ role: 'Chair' }).orderBy('person_id')).toEqual([
      {
        role: 'Chair',
        person_id: 'b-sole',
        body_id: 'harbour-scrutiny-panel',
        first_date: '2024-07-01',
        last_date: '2024-07-01',
        meetings: 1,
        first_document_id: 'july',
        last_document_id: 'july',
      },
      {
        role: 'Chair',
        person_id: 'j-fisher',
        body_id: 'harbour-scrutiny-panel',
        first_date: '2024-05-06',
        last_date: '2024-06-03',
        meetings: 2,
        first_document_id: 'may',
        last_document_id: 'june',
      },
    ])
  })

  test('what many are at a time has no holder, and who sent apologies held nothing that day', async () => {
    await reconciled({
      'may.txt': minutesText().replace(
        'PRESENT: Mrs J Fisher (Chairman), ',
        'Apologies: Mrs J Fisher (Chairman).\n\nPRESENT: ',
      ),
    })
    expect(await db('role_holders').orderBy('role').pluck('role')).toEqual(['Chief Executive', 'Vice-Chair'])
  })
})

describe('minutes that a later meeting confirmed', () => {
  const confirmedBy = async (title: string, decision: string) => {
    await reconciled({
      'may.txt': minutesText({ date: '6 May 2024' }),
      'june.txt': minutesOfItem(title, decision).replace('Thursday 10 October 2024', '3 June 2024'),
    })
    return db('confirmations').select('meeting_id', 'confirmed_at_meeting_id')
  }
  const CONFIRMED = [
    {
      meeting_id: 'harbour-scrutiny-panel-2024-05-06',
      confirmed_at_meeting_id: 'harbour-scrutiny-panel-2024-06-03',
    },
  ]

  test.each<[string, string, string]>([
    ['by the day in the decision', 'Minutes', 'RESOLVED that the minutes of 6 May 2024 be approved.'],
    ['by the day in the heading', 'Minutes of 6 May 2024', 'RESOLVED that the minutes are a correct record.'],
  ])('%s', async (_, title, decision) => {
    expect(await confirmedBy(title, decision)).toEqual(CONFIRMED)
  })

  test.each<[string, string, string]>([
    ['they were noted', 'Minutes', 'RESOLVED that the minutes of 6 May 2024 be noted.'],
    ['no day is named', 'Minutes', 'RESOLVED that the minutes be approved.'],
    ['of that day there is no meeting', 'Minutes', 'RESOLVED that the minutes of 7 May 2024 be approved.'],
    ['it is another thing of that day', 'Fares', 'RESOLVED that the fares of 6 May 2024 be approved.'],
    ['they are its own', 'Minutes', 'RESOLVED that the minutes of 3 June 2024 be approved.'],
  ])('not where %s', async (_, title, decision) => {
    expect(await confirmedBy(title, decision)).toEqual([])
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
