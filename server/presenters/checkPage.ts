import type { Collection } from '../../corpus/store/collection.ts'
import type { ParameterFault } from '../errors.ts'
import type { CheckResult, Verdict } from '../check/check.ts'
import type { Place } from '../check/place.ts'
import type { Remark } from '../check/remarks.ts'
import { remarksOn } from '../check/remarks.ts'
import { LONGEST_QUOTATION } from '../check/request.ts'
import { PATHS, withQuery } from '../paths.ts'
import { searchedIn } from './askPage.ts'
import { MOST_PLACES, passagesOf } from './check.ts'
import { presentPlace } from './hit.ts'
import type { PageHead } from './pageHead.ts'

/** The fields of the form as they were sent. */
export type CheckForm = Readonly<Record<'quote' | 'saidBy' | 'date' | 'from' | 'to', string>>

const FIELD_NAMES: Readonly<Record<string, string>> = {
  quote: 'The quotation',
  saidBy: 'Who is said to have said it',
  date: 'The day',
  from: 'The first day',
  to: 'The last day',
}

const HEAD: PageHead = {
  title: 'Check a quotation',
  description:
    'Is a quotation in the record, word for word? Every difference is shown, and where else the words stand.',
  path: PATHS.check,
  section: 'check',
  crumbs: [],
  here: 'Check a quotation',
}

/** The page before anything was checked, or with what cannot be. */
export function presentUnchecked(form: CheckForm, faults: readonly ParameterFault[], collection: Collection) {
  return {
    head: HEAD,
    form,
    longest: LONGEST_QUOTATION,
    errors: Object.fromEntries(
      faults.map(({ parameter, detail }) => [parameter, `${FIELD_NAMES[parameter] ?? parameter} ${detail}.`]),
    ),
    searched: searchedIn(collection),
  }
}

const HEADINGS: Readonly<Record<Exclude<Verdict, 'verbatim'>, string>> = {
  altered: 'In the record, but not in these words',
  other_speaker: 'In the record, but not said by the one named',
  other_date: 'In the record, but not at the time given',
  not_in_record: 'Not in this record',
}

/** Longer addresses are cut short by mail programs. */
const LONGEST_ADDRESS = 2_000
const WEIGHTY: readonly Remark['kind'][] = [
  'number',
  'negation',
  'name',
  'word',
  'elsewhere',
  'speaker',
  'date',
  'attribution',
  'brackets',
]

/** The page of a verdict, ready to print. */
export function presentCheckPage(result: CheckResult, form: CheckForm) {
  const { verdict, places, nearest, elsewhere, scope } = result
  const remarks = remarksOn(result)
  const address = withQuery(PATHS.check, form)
  const heading = headingOf(result, remarks)
  return {
    ...presentUnchecked(form, [], scope),
    head: { ...HEAD, title: `${heading} - check a quotation` },
    verdict,
    heading,
    weighty: remarks.filter(({ kind }) => WEIGHTY.includes(kind)),
    passedOver: remarks.filter(({ kind }) => !WEIGHTY.includes(kind)),
    places: places.slice(0, MOST_PLACES).map(presentCheckedPlace),
    morePlaces: Math.max(0, places.length - MOST_PLACES),
    nearest: nearest && presentCheckedPlace(nearest),
    elsewhere: elsewhere.map(({ quoted, context }) => ({ quoted, ...presentPlace(context) })),
    address: address.length <= LONGEST_ADDRESS ? address : null,
  }
}

/** "Word for word" is said of no more than was compared. */
function headingOf({ verdict, quotation }: CheckResult, remarks: readonly Remark[]): string {
  if (verdict !== 'verbatim') return HEADINGS[verdict]
  const all =
    quotation.setAside.length > 0 ? 'What stands in quotation marks is in the record' : 'In the record'
  return remarks.some(({ kind }) => kind === 'brackets')
    ? `${all}, but for what stands in square brackets`
    : `${all}, word for word`
}

function presentCheckedPlace(place: Place) {
  return {
    parts: place.wording.parts,
    hasDifferences: place.wording.parts.some(({ difference }) => difference !== null),
    passages: passagesOf(place).map(({ context }) => presentPlace(context)),
  }
}
