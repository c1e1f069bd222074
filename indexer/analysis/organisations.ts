/** An organisation that acts in the record, and the ways the record writes it. */
export interface Organisation {
  readonly name: string
  readonly pattern: RegExp
  readonly example: string
}

/** Tried in this order; the first that fits counts. */
export const ORGANISATIONS: readonly Organisation[] = [
  {
    name: 'Office of the PCC',
    pattern:
      /\b(?:OPCC|Office of the (?:Kent )?(?:PCC|Police (?:and|&) Crime Commissioner)|(?:his|her) (?:own )?office)/i,
    example: 'the Office of the PCC',
  },
  {
    name: 'Force',
    pattern:
      /\b(?:(?:the|this|our) force|Kent Police|the police|(?:police|local|beat|neighbourhood) officers|police staff)/i,
    example: 'the Force',
  },
  { name: 'HMICFRS', pattern: /\bHMICFRS/, example: 'HMICFRS' },
  {
    name: 'Partner organisation',
    pattern: /\b(?:partners|partnership|partner (?:agencies|organisations))/i,
    example: 'the Partnership',
  },
  { name: 'Panel', pattern: /\b(?:the|this) panel/i, example: 'the Panel' },
  {
    name: 'Community Council',
    pattern: /\b(?:the|this) community council/i,
    example: 'the Community Council',
  },
  {
    name: 'Kent County Council',
    pattern: /\b(?:Kent County Council|KCC)/,
    example: 'KCC',
  },
  {
    name: 'Council',
    pattern: /\b(?:the|this) (?:county |city |borough |district |town |parish )?council/i,
    example: 'the Council',
  },
  { name: 'Committee', pattern: /\b(?:the|this) committee/i, example: 'the Committee' },
  { name: 'Cabinet', pattern: /\b(?:the )?Cabinet/, example: 'the Cabinet' },
  { name: 'Candidate', pattern: /\b(?:the )?(?:\w+ )?candidates?/i, example: 'the successful candidate' },
  { name: 'Officer', pattern: /\b(?:council )?officers/i, example: 'officers' },
  { name: 'Councillor', pattern: /\bcouncillors/i, example: 'councillors' },
]

const AT_END = ORGANISATIONS.map(({ name, pattern }) => ({
  name,
  pattern: new RegExp(`(?:${pattern.source})$`, pattern.flags),
}))

/** The organisation that the last words of a phrase name; null where they name none. */
export function organisationAtEnd(phrase: string): string | null {
  return AT_END.find(({ pattern }) => pattern.test(phrase))?.name ?? null
}

/** The organisation that a text names first; null where it names none. */
export function firstOrganisation(text: string): string | null {
  const found = ORGANISATIONS.map(({ name, pattern }) => ({ name, at: text.search(pattern) })).filter(
    ({ at }) => at >= 0,
  )
  return found.sort((a, b) => a.at - b.at)[0]?.name ?? null
}
