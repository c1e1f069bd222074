import { describe, expect, test } from '@jest/globals'
import { ORGANISATIONS } from '../../../indexer/analysis/organisations.ts'
import { NOTICES } from '../../../indexer/analysis/notices.ts'
import { RESOLVING_WORDS } from '../../../indexer/analysis/resolving.ts'
import { DECIDING_SENTENCES } from '../../../indexer/enrich/decisions.ts'
import {
  DECIDED,
  DUE_PHRASES,
  NO_UNDERTAKING,
  RECITALS,
  TABLED,
  UNDERTAKINGS,
} from '../../../indexer/enrich/undertakings.ts'
import { NAMED_VOTE_HEADS, VOTE_COUNTS } from '../../../indexer/enrich/votes.ts'
import { ATTENDANCE_HEADS } from '../../../indexer/parse/attendanceHeads.ts'
import { FURNITURE_RULES, FURNITURE_SUFFIXES } from '../../../indexer/parse/furniture.ts'
import { MARKER_RULES, readMarker } from '../../../indexer/parse/markers.ts'
import { DRAFT_NOTES } from '../../../indexer/parse/parts.ts'
import { TOLD_TO } from '../../../indexer/reconcile/register/addressees.ts'
import { ATTRIBUTIONS } from '../../../indexer/reconcile/register/matters.ts'
import {
  OPENS_MATTER,
  OTHER_MATTERS,
  OTHER_WORKS,
} from '../../../indexer/reconcile/register/noticesRepliedTo.ts'
import { TYPE_RULES } from '../../../server/answer/interpret.ts'

/** Rules about language are tables; each rule shows what it is for. */
const TABLES = {
  MARKER_RULES,
  FURNITURE_RULES,
  FURNITURE_SUFFIXES,
  ATTENDANCE_HEADS,
  DECIDING_SENTENCES,
  RESOLVING_WORDS,
  UNDERTAKINGS,
  NO_UNDERTAKING,
  DECIDED,
  RECITALS,
  TABLED,
  NOTICES,
  OTHER_MATTERS,
  OPENS_MATTER,
  OTHER_WORKS,
  ATTRIBUTIONS,
  TOLD_TO,
  DUE_PHRASES,
  VOTE_COUNTS,
  NAMED_VOTE_HEADS,
  ORGANISATIONS,
  DRAFT_NOTES,
  TYPE_RULES,
}

describe.each(Object.entries(TABLES))('%s', (_, rules) => {
  test.each(rules.map((rule) => [rule.example, rule.pattern]))('%s', (example, pattern) => {
    expect(example).toMatch(pattern)
  })
})

describe('what a line begins with', () => {
  test.each([
    ['• The PCC welcomed', 'bullet', '•'],
    ['- a. The Commissioner said', 'letter', 'a.'],
    ['o 325 Special Constables', 'bullet', 'o'],
    ['10.The force', 'number', '10.'],
    ['3.2 The Committee considered', 'number', '3.2'],
    ['Q1: In light of the priority', 'question', 'Q1:'],
    ['RESOLVED that the report be noted.', 'keyword', ''],
    ['Subject: Road Safety', 'field', ''],
  ])('%s', (line, kind, label) => {
    expect(readMarker(line)).toMatchObject({ kind, label })
  })

  test.each(['3.5% of the budget', '20 March was the date', 'of the Panel', 'one of three', '12.'])(
    '%s begins nothing',
    (line) => {
      expect(readMarker(line)).toBeNull()
    },
  )
})
