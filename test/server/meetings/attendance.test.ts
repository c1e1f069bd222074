import { expect, test } from '@jest/globals'
import type { AttendanceStatus, Attendee } from '../../../corpus/model/attendee.ts'
import { eachOnce } from '../../../server/meetings/attendance.ts'

const listed = (name: string, status: AttendanceStatus, role: string | null = null): Attendee => ({
  part: 0,
  name,
  role,
  organisation: null,
  status,
})

const PEOPLE = new Map([
  ['John Egan', 'john-egan'],
  ['Councillor J Egan', 'john-egan'],
  ['Moran', 'john-moran'],
  ['John Moran', 'john-moran'],
])
const attendance = (...attendees: readonly Attendee[]) =>
  eachOnce(attendees, (name) => PEOPLE.get(name) ?? null)

test('somebody whose name is printed in two ways is listed once, with the post that either has', () => {
  expect(
    attendance(
      listed('John Egan', 'present'),
      listed('Councillor J Egan', 'present', 'Cathaoirleach'),
      listed('Mary Fisher', 'present'),
    ).present,
  ).toEqual([
    {
      name: 'John Egan',
      role: 'Cathaoirleach',
      organisation: null,
      personId: 'john-egan',
      alsoListedAs: [],
    },
    { name: 'Mary Fisher', role: null, organisation: null, personId: null, alsoListedAs: [] },
  ])
})

test('somebody listed as present and among the apologies stands once, and it says so', () => {
  const { present, apologies } = attendance(listed('Moran', 'present'), listed('John Moran', 'apologies'))
  expect(present).toEqual([expect.objectContaining({ name: 'Moran', alsoListedAs: ['apologies'] })])
  expect(apologies).toEqual([])
})

test('a name of nobody known that two records print is one name', () => {
  const { present } = attendance(listed('Mary Fisher', 'present'), listed('Mary Fisher', 'present'))
  expect(present).toHaveLength(1)
})
