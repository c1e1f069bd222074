import { minutesText } from './corpusFolder.ts'

/**
 * Three meetings of the Harbour Scrutiny Panel: what the first promises, asks and decides, the second takes up, and the
 * third is silent about.
 */
export const HARBOUR_MEETINGS: Readonly<Record<string, string>> = {
  'october.txt': minutesText({
    items: [
      [
        '12. Ferry Service - Update',
        '(Item B1)',
        '1. The Chief Executive reported that 1,250 passengers used the ferry in September 2024.',
        '2. Cllr Roach asked when the Sunday service would return. The Chief Executive said that it would return in April 2025.',
        '3. The Chief Executive agreed to circulate the dredging survey to the Panel by 31 October 2024.',
        'RESOLVED that the ferry timetable be approved.',
      ].join('\n\n'),
      [
        '13. Lighthouse Repairs',
        '(Item B2)',
        '4. Mr Pike asked who would pay for the new lamp. The Chief Executive said that he would provide the answer in writing after the meeting.',
        '5. The Chief Executive agreed to write to the Lighthouse Authority about the lantern glass.',
        '6. The Panel requested a report on mooring fees at a future meeting.',
        'RESOLVED that the report be noted.',
      ].join('\n\n'),
    ],
  }),
  'november.txt': minutesText({
    date: 'Thursday 14 November 2024',
    items: [
      [
        '20. Matters Arising',
        '(Item A3)',
        '1. Dredging survey: the Chief Executive had circulated the dredging survey to the Panel on 1 November 2024, as he agreed on 10 October 2024.',
      ].join('\n\n'),
      [
        '21. Ferry Service - Update',
        '(Item B1)',
        '2. The Chief Executive reported that 1,400 passengers used the ferry in October 2024.',
        'RESOLVED that the ferry timetable be amended.',
      ].join('\n\n'),
    ],
  }),
  'december.txt': minutesText({
    date: 'Thursday 5 December 2024',
    items: [
      [
        '30. Mooring Fees',
        '(Item B1)',
        '1. The Chief Executive presented the fees.',
        'RESOLVED that the fees be agreed.',
      ].join('\n\n'),
    ],
  }),
}
