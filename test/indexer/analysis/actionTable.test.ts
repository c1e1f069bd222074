import { describe, expect, test } from '@jest/globals'
import type { Span } from '../../../corpus/model/document.ts'
import { ACTION_COLUMNS, actionColumns, actionRowEnd } from '../../../indexer/analysis/actionTable.ts'

/** A row of a table whose cells stand one after another. */
function row(...names: readonly string[]): { text: string; cells: Span[] } {
  let at = 0
  const cells = names.map((name): Span => {
    const start = at
    at += name.length + 1
    return [start, start + name.length]
  })
  return { text: names.join(' '), cells }
}

const runTogether = (text: string): { text: string; cells: Span[] } => ({ text, cells: [] })

describe('the head of an action table', () => {
  test.each([
    ['what, who and when', row('Action', 'Owner', 'Due date'), ['text', 'owner', 'due']],
    ['in capitals, with a colon', row('ACTION REQUIRED:', 'BY WHOM:'), ['text', 'owner']],
    ['with a column of no meaning', row('Ref', 'Task', 'Lead', 'RAG'), [null, 'text', 'owner', 'status']],
    ['run together', runTogether('Status Owner Due date'), ['status', 'owner', 'due']],
    ['run together, with names of three words', runTogether('Person responsible When'), ['owner', 'due']],
  ])('%s', (_, given, fields) => {
    expect(actionColumns(given)).toEqual(fields)
  })

  test.each([
    ['a table of fares', row('Route', 'Fare', 'Passengers')],
    ['nobody is to act', row('Action', 'Due date', 'Status')],
    ['an owner alone', row('Vessel', 'Owner')],
    ['a sentence that begins like one', runTogether('Action lead by the Clerk')],
    ['words without a column', runTogether('The ferry was late')],
    ['a row that is too long to be a head', row('Owner', 'Action', 'harbour '.repeat(20).trim())],
  ])('is not: %s', (_, given) => {
    expect(actionColumns(given)).toBeNull()
  })

  test('no name of a column means two things', () => {
    const names = ACTION_COLUMNS.flatMap((column) => column.names)
    expect(names).toHaveLength(new Set(names).size)
  })
})

describe('the end of a row whose cells have run together', () => {
  test('status, owner and due date', () => {
    const text = 'Repaint the ferry Open Harbour Master 01/09/2024'
    expect(actionRowEnd(text)).toEqual({
      start: text.indexOf(' Open'),
      status: 'Open',
      owner: 'Harbour Master',
      due: '2024-09-01',
      dueText: '01/09/2024',
    })
  })

  test('they may be the whole of it', () => {
    expect(actionRowEnd('Completed Clerk 03.02.24')).toMatchObject({ start: 0, due: '2024-02-03' })
  })

  test.each([
    'The harbour is open to visitors 01/09/2024',
    'Open Harbour Master in September',
    'Open Harbour Master 31/02/2024',
    'Open 01/09/2024',
  ])('%s has none', (text) => {
    expect(actionRowEnd(text)).toBeNull()
  })
})
