/** Decisions that every meeting takes about its own conduct: one is not about the same matter as another. */
export const PROCEDURAL_DECISIONS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\b(?:minutes|notes)\b.{0,200}\b(?:confirmed|agreed|approved|adopted|accepted|signed|noted|taken as read|(?:correct|accurate|true) (?:and \w+ )?record)\b/i,
    example: 'RESOLVED that the minutes of the meeting held on 4 June 2019 be confirmed and signed.',
  },
  {
    pattern: /\b(?:note|noting|confirm|approve|accept|adopt|sign)\b.{0,40}\b(?:minutes|notes) of\b/i,
    example: 'RESOLVED: To note the minutes of the Ferry Board.',
  },
  {
    pattern:
      /\b(?:adoption|confirmation|approval|signing) of (?:the )?(?:\w+ ){0,2}(?:minutes|notes)\b|\b(?:minutes|notes)\b.{0,80}\bamended to read\b/i,
    example: 'It was agreed that the minutes be amended to read "That the fee be waived".',
  },
  {
    pattern: /\bread into the (?:minutes|record)\b/i,
    example: 'It was agreed that the statement be read into the minutes.',
  },
  {
    pattern: /\bapologies\b|\bsubstitut(?:e|es|ions?)\b/i,
    example: 'RESOLVED that the apologies for absence be noted.',
  },
  {
    pattern: /\b(?:declarations?|disclosures?) of (?:\w+ ){0,2}interests?\b/i,
    example: 'It was agreed that the declarations of interest be noted.',
  },
  {
    pattern: /\bcorrespondence\b/i,
    example: 'The Committee noted the correspondence.',
  },
  {
    pattern:
      /\b(?:dates?|times?|venue|schedule|calendar|timetable|location) (?:and (?:time|venue) )?(?:of|for) (?:the )?(?:\w+ ){0,4}(?:meetings?|agm)\b/i,
    example: 'It was agreed that the date of the next meeting be 3 June.',
  },
  {
    pattern:
      /\b(?:hold|holding|convene|schedule|re-?schedule|defer|postpone|arrange|call)\b.{0,40}\b(?:meetings?|workshops?|briefings?)\b|\b(?:meetings?|workshops?|briefings?)\b.{0,60}\b(?:to|would|will|should|be) (?:be )?(?:take place|held|convened|arranged|scheduled|postponed|deferred|re-?scheduled|called|set up|organised)\b/i,
    example: 'It was agreed to hold the July meeting on Monday.',
  },
  {
    pattern: /\b(?:adjourn(?:ed|ment|s)?|go into committee|resume[ds]?)\b/i,
    example: 'It was agreed to adjourn for ten minutes.',
  },
  {
    pattern:
      /\bstanding orders?\b.{0,60}\b(?:suspen|waive)|\b(?:suspen|waive)\w*.{0,40}\bstanding orders?\b/i,
    example: 'RESOLVED that standing orders be suspended.',
  },
  {
    pattern:
      /\b(?:press|media) and (?:the )?public\b|\bpublic (?:and (?:the )?press )?be excluded\b|\bexclusion of the public\b/i,
    example: 'RESOLVED that the press and public be excluded from the meeting.',
  },
  {
    pattern:
      /\b(?:items?|motions?|questions?)\b.{0,60}\b(?:be )?(?:taken|considered|discussed|dealt with|debated|heard) (?:next|first|together|now|jointly|in conjunction|at this (?:point|stage)|later in)\b|\b(?:order of (?:the )?(?:agenda|business))\b|\btake (?:the )?(?:next )?items?\b/i,
    example: 'It was agreed that Item 11 on the agenda would be taken next.',
  },
  {
    pattern:
      /\b(?:work|forward) (?:programme|plan)\b.{0,60}\b(?:be )?(?:noted|agreed|approved)\b|\b(?:note|agree|approve) the (?:future |forward )?work programme\b/i,
    example: 'RESOLVED that the future work programme be noted.',
  },
  {
    pattern:
      /\bsame voting\b|\bshow of hands\b|\b(?:roll[- ]call|recorded|secret) (?:vote|ballot)\b|\bdeclared\b.{0,80}\b(?:carried|lost|defeated)\b/i,
    example: 'The Mayor declared the motion carried.',
  },
  {
    pattern: /\b(?:answers?|responses?|replies) (?:provided|given|to (?:the )?questions)\b/i,
    example: 'RESOLVED that the answers provided by the Commissioner be noted.',
  },
  {
    pattern:
      /\bvotes? of (?:sympathy|congratulations?|condolence|thanks)\b|\bsympath|\bcondolence|\bcongratulat/i,
    example: 'It was agreed that a vote of sympathy be extended to the family.',
  },
  {
    pattern:
      /\b(?:be|is|was) (?:hereby )?(?:elected|nominated|co-opted|appointed)\b.{0,60}\b(?:cathaoirleach|mayor|chair(?:man|person|woman)?|vice[- ]chair(?:man|person)?|leas|príomh)\b|\belection of\b/i,
    example: 'RESOLVED that Councillor Roach be elected Chairman.',
  },
]

/** Does a decision concern the conduct of meetings, by its own words or those that it stands under? */
export function isProcedural(text: string, matter: string | null): boolean {
  return PROCEDURAL_DECISIONS.some(({ pattern }) => pattern.test(text) || pattern.test(matter ?? ''))
}
