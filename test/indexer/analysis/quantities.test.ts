import { describe, expect, test } from '@jest/globals'
import { quantitiesIn, SENSE_RULES, UNIT_RULES } from '../../../indexer/analysis/quantities.ts'

const read = (text: string) => quantitiesIn(text).map(({ value, unit }) => `${value} ${unit}`)

describe('the quantities of a text', () => {
  test.each(UNIT_RULES)('$example is of $unit', ({ unit, example }) => {
    const text = `It was ${example}.`
    const [quantity, ...others] = quantitiesIn(text)
    expect(quantity).toMatchObject({ unit })
    expect(text.slice(quantity?.start, quantity?.end)).toBe(example)
    expect(others).toEqual([])
  })

  test.each([
    ['£7.1m', ['7100000 pounds']],
    ['€239.48 million', ['239480000 euros']],
    ['£600,000 and £40k', ['600000 pounds', '40000 pounds']],
    ['2 minutes 30 seconds', ['2.5 minutes']],
    ['four minutes', ['4 minutes']],
    ['15,500 offences', ['15500 count']],
    ['1.8 million people', ['1800000 count']],
    ['rose from £10 to £12', ['10 pounds', '12 pounds']],
  ])('%s', (text, quantities) => {
    expect(read(text)).toEqual(quantities)
  })

  test.each([
    ['years', 'in 2019 and 2021/22, under the Acts 2000 to 2017'],
    ['days', 'on 27th September'],
    ['times of day', 'from 10.30am, between 09:00 and 13:00 hours, at 1000hrs'],
    ['references', 'Item 12 on page 4, Section 136, No. 7, Phase 2, recommendation 3 and AFIs 10'],
    ['codes and roads', 'the N21, S136, B2, D05 and COVID-19'],
    ['telephone numbers', 'on 03000 416892 or 01622 677055'],
    ['telephone services', '101 calls, 999 demand and the 836 advice line'],
    ['ages', 'people aged 25, a 15-year-old, 30 years old'],
    ['ranges', 'between 5 and 7, 17-18%, €10 to €20, 115–120 victims'],
    ['sizes', 'a 20 mph limit, 400mm deep, 0.5 hectares, 30 kilometres'],
    ['adjectives', 'a 12 month period, a 15-minute talk, a 10 week call'],
    ['ratios and ranks', 'a 24/7 service, 1:1 support, ranked 5th'],
  ])('are not %s', (_, text) => {
    expect(read(text)).toEqual([])
  })

  test('a limit of time belongs to what is measured', () => {
    expect(read('98% were answered within 10 seconds')).toEqual(['98 percent'])
  })

  test.each(SENSE_RULES)('$example says $sense', ({ sense, example }) => {
    const [quantity] = quantitiesIn(`It was ${example} 95%.`)
    expect(quantity).toMatchObject({ sense, value: 95 })
    expect(quantity?.sayingStart).toBeLessThan(quantity?.start ?? 0)
  })

  test('long rows of digits take no time', () => {
    const start = performance.now()
    quantitiesIn('1,'.repeat(50_000))
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
