import { describe, expect, test } from '@jest/globals'
import { ATTENDANCE_HEADS, attendanceHeadOf } from '../../../indexer/parse/attendanceHeads.ts'
import { splitNames } from '../../../indexer/parse/attendees.ts'
import { parsed } from '../../builders/record.ts'

/** Minutes of a body whose head lists who attended as given, with one item below. */
function minutesWith(attendance: readonly string[], body = 'Harbour Scrutiny Panel'): string {
  return [
    `MINUTES of a meeting of the ${body} held in the Town Hall on Thursday 10 October 2024.`,
    ...attendance,
    '12. Ferry Service - Update',
    '(Item B1)',
    '1. The ferry was late on nine days of the month, as it had been in each of the months before.',
  ].join('\n\n')
}

/** Each as `name | role | status`, and `| organisation` where there is one. */
function attendeesOf(attendance: readonly string[], body?: string): string[] {
  return parsed(minutesWith(attendance, body)).attendees.map(({ name, role, status, organisation }) =>
    [name, role ?? '-', status, ...(organisation === null ? [] : [organisation])].join(' | '),
  )
}

describe('heads of attendance lists', () => {
  test.each([
    ['PRESENT: Cllr Roach', 'present', null],
    ['Members present via video link: Cllr Roach', 'present', null],
    ['Present in the chair: Cllr Roach', 'present', 'Chair'],
    ['ALSO IN ATTENDANCE: Ms Ling', 'in attendance', null],
    ['Officers attending: Ms Ling', 'in attendance', null],
    ['Substitute members: Cllr Pike', 'substitute', null],
    ['Apologies received from: Cllr Pike', 'apologies', null],
    ['Absent: Cllr Pike', 'apologies', null],
    ['Absent members: Cllr Pike', 'apologies', null],
  ])('%s', (line, status, role) => {
    expect(attendanceHeadOf(line)).toMatchObject({ status, role })
  })

  test.each(['Presentation: Ferry Fares', 'Attendance at the regatta was low: 40', 'Present were many'])(
    '%s is none',
    (line) => {
      expect(attendanceHeadOf(line)).toBeNull()
    },
  )

  test('each example is that of the head it stands with', () => {
    for (const head of ATTENDANCE_HEADS) expect(attendanceHeadOf(head.example)).toBe(head)
  })
})

describe('a list of names', () => {
  test.each([
    ['Cllr A Roach, Cllr B Ling and Cllr C Pike', ['Cllr A Roach', 'Cllr B Ling', 'Cllr C Pike']],
    ['Mr J Perch, OBE, and Ms L Cod', ['Mr J Perch, OBE', 'Ms L Cod']],
    [
      'Ms L Cod (Head of Ferries, Quays and Slips); Mr J Perch',
      ['Ms L Cod (Head of Ferries, Quays and Slips)', 'Mr J Perch'],
    ],
    ['Ms L Cod.', ['Ms L Cod']],
    ['', []],
  ])('%s', (text, names) => {
    expect(splitNames(text)).toEqual(names)
  })
})

describe('who attended', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'posts in brackets',
      ['PRESENT: Mrs J Fisher (Chairman) and Cllr A Roach'],
      ['Mrs J Fisher | Chairman | present', 'Cllr A Roach | Panel Member | present'],
    ],
    [
      'posts after a comma',
      ['ALSO PRESENT: Lena Cod, Harbour Engineer, John Perch, Director of Ferries'],
      ['Lena Cod | Harbour Engineer | in attendance', 'John Perch | Director of Ferries | in attendance'],
    ],
    [
      'posts after a dash',
      ['IN ATTENDANCE: Lena Cod - Head of Ferries'],
      ['Lena Cod | Head of Ferries | in attendance'],
    ],
    [
      'posts before the name',
      ['IN ATTENDANCE: Chief Executive Lena Cod'],
      ['Lena Cod | Chief Executive | in attendance'],
    ],
    [
      'posts with the name in brackets',
      [
        'IN ATTENDANCE: Chief Executive (Mr J. Perch), Director of Ferries (Ms L. Cod) and Town Clerk (Lena Sole)',
      ],
      [
        'Mr J. Perch | Chief Executive | in attendance',
        'Ms L. Cod | Director of Ferries | in attendance',
        'Lena Sole | Town Clerk | in attendance',
      ],
    ],
    [
      'organisations, each with its own',
      ['ATTENDEES: Harbour Office: Mary Ling (Chief Executive)', 'Ferry Company: John Perch, Lena Cod'],
      [
        'Mary Ling | Chief Executive | present | Harbour Office',
        'John Perch | - | present | Ferry Company',
        'Lena Cod | - | present | Ferry Company',
      ],
    ],
    [
      'one person a line below the head',
      ['PRESENT:', 'Cllr A Roach (Chair)', 'Cllr B Ling', 'Mr J Perch'],
      [
        'Cllr A Roach | Chair | present',
        'Cllr B Ling | Panel Member | present',
        'Mr J Perch | Panel Member | present',
      ],
    ],
    [
      'one person a bullet below the head',
      ['Apologies:', '• Cllr A Roach', '• Lena Cod'],
      ['Cllr A Roach | Panel Member | apologies', 'Lena Cod | Panel Member | apologies'],
    ],
    [
      'the one in the chair',
      ['PRESENT IN THE CHAIR: Cllr A Roach', 'MEMBERS PRESENT: Cllr B Ling'],
      ['Cllr A Roach | Chair | present', 'Cllr B Ling | Panel Member | present'],
    ],
    [
      'a member of a parliament',
      ['PRESENT: Lena Cod MSP and Cllr A Roach'],
      ['Lena Cod MSP | MSP | present', 'Cllr A Roach | Panel Member | present'],
    ],
    [
      'a substitute, in brackets',
      ['PRESENT: Cllr A Roach, Cllr B Ling (substitute for Cllr C Pike)'],
      ['Cllr A Roach | Panel Member | present', 'Cllr B Ling | Panel Member | substitute'],
    ],
    [
      'a substitute, in words',
      ['Apologies: Cllr C Pike who was substituted by Cllr B Ling'],
      ['Cllr C Pike | Panel Member | apologies', 'Cllr B Ling | Panel Member | substitute'],
    ],
  ])('%s', (_, attendance, attendees) => {
    expect(attendeesOf(attendance)).toEqual(attendees)
  })

  test('a title for all of them makes councillors of the members of a council', () => {
    expect(attendeesOf(['PRESENT: Councillors Roach, Ling (M) and Pike'], 'Harbour Town Council')).toEqual([
      'Roach | Councillor | present',
      'Ling (M) | Councillor | present',
      'Pike | Councillor | present',
    ])
  })

  test.each<[string, string, readonly string[]]>([
    [
      'apologies in running text',
      'Apologies for absence were received from Cllr A Roach and Mr J. Perch.',
      ['Cllr A Roach | Panel Member | apologies', 'Mr J. Perch | Panel Member | apologies'],
    ],
    [
      'on behalf of one',
      'An apology was received on behalf of Cllr B Ling.',
      ['Cllr B Ling | Panel Member | apologies'],
    ],
    [
      'with a substitute',
      'Apologies were received from Mr J Perch. Mrs L Cod substituted for Mr Perch.',
      ['Mr J Perch | Panel Member | apologies', 'Mrs L Cod | Panel Member | substitute'],
    ],
    ['from nobody', 'The Chair offered apologies to all who had waited for the ferry.', []],
  ])('%s', (_, text, attendees) => {
    expect(attendeesOf([text])).toEqual(attendees)
  })
})

describe('where a list ends', () => {
  test('a heading that follows it is no name', () => {
    expect(
      attendeesOf(['PRESENT:', 'Cllr A Roach', 'Ferry Fares', '• The ferry was repaired in the spring']),
    ).toEqual(['Cllr A Roach | Panel Member | present'])
  })

  test('what is no list is text, and what is one is attendance', () => {
    const { paragraphs } = parsed(
      minutesWith(['PRESENT:', 'Cllr A Roach', 'The ferry waited for all of them at the quay.']),
    )
    expect(paragraphs.slice(1, 4).map(({ kind, text }) => [kind, text])).toEqual([
      ['attendance', 'PRESENT:'],
      ['attendance', 'Cllr A Roach'],
      ['text', 'The ferry waited for all of them at the quay.'],
    ])
  })

  test('a line with a label of its own is none of the people', () => {
    expect(attendeesOf(['PRESENT: Cllr A Roach', 'Venue: Lena Cod Hall', 'Minute taker: Lena Cod'])).toEqual([
      'Cllr A Roach | Panel Member | present',
    ])
  })

  test('only minutes and notes have attendance', () => {
    const report = ['To: Harbour Panel', 'Subject: Fares', 'Date: 1 May 2024', 'PRESENT: Cllr A Roach']
    expect(parsed(report.join('\n\n')).attendees).toEqual([])
  })
})
