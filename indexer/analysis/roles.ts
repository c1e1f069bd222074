import { remembering } from './remember.ts'

/** A post that people hold or speak in, and the ways the record writes it. */
export interface Role {
  readonly name: string
  /** Matched as whole words, case as given. */
  readonly forms: readonly string[]
  readonly example: string
}

/**
 * Posts of police governance and of local government. The longest form that fits counts, so that a Deputy Chief
 * Constable is not a Chief Constable.
 */
export const ROLES: readonly Role[] = [
  {
    name: 'Police and Crime Commissioner',
    forms: [
      'Police and Crime Commissioner',
      'Police & Crime Commissioner',
      'Commissioner',
      'commissioner',
      'PCC',
    ],
    example: 'The PCC asked for an update.',
  },
  {
    name: 'Deputy Police and Crime Commissioner',
    forms: ['Deputy Police and Crime Commissioner', 'Deputy Commissioner', 'DPCC'],
    example: 'The Deputy Commissioner said it was under review.',
  },
  {
    name: 'Chief Constable',
    forms: ['Temporary Chief Constable', 'Acting Chief Constable', 'Chief Constable', 'T/CC', 'A/CC', 'CC'],
    example: 'The T/CC advised the report was published on 28 April.',
  },
  {
    name: 'Deputy Chief Constable',
    forms: ['Temporary Deputy Chief Constable', 'Deputy Chief Constable', 'T/DCC', 'DCC'],
    example: 'The DCC reported a decrease.',
  },
  {
    name: 'Assistant Chief Constable',
    forms: ['Temporary Assistant Chief Constable', 'Assistant Chief Constable', 'T/ACC', 'ACC'],
    example: 'ACC Shiner explained the approach.',
  },
  {
    name: 'Deputy Chief Officer',
    forms: ['Deputy Chief Officer', 'DCO'],
    example: 'The DCO said it would be tight.',
  },
  {
    name: 'Chief Executive',
    forms: [
      'proposed Chief Executive',
      'Chief Executive Officer',
      'Chief Executive',
      'Chief of Staff',
      'Head of Paid Service',
      'CEO',
      'CE',
      'CoS',
    ],
    example: 'The CE asked if the work was linked.',
  },
  {
    name: 'Chief Finance Officer',
    forms: ['Chief Finance Officer', 'Chief Financial Officer', 'Section 151 Officer', 'CFO'],
    example: 'The CFO asked whether the transfer was included.',
  },
  {
    name: 'Vice-Chair',
    forms: [
      'Vice-Chairman',
      'Vice Chairman',
      'Vice-Chairwoman',
      'Vice-Chairperson',
      'Vice-Chair',
      'Vice Chair',
      'Deputy Chair',
      'Deputy Chairman',
      'Leas Cathaoirleach',
    ],
    example: 'The Vice-Chairman asked about hate crime.',
  },
  {
    name: 'Chair',
    forms: ['Chairman', 'Chairwoman', 'Chairperson', 'Chair', 'Convener', 'Convenor', 'Cathaoirleach'],
    example: 'The Chairman thanked the Commissioner.',
  },
  {
    name: 'Leader',
    forms: ['Leader of the Council', 'Council Leader', 'Leader'],
    example: 'The Leader proposed the recommendation.',
  },
  {
    name: 'Deputy Leader',
    forms: ['Deputy Leader of the Council', 'Deputy Leader'],
    example: 'The Deputy Leader seconded it.',
  },
  {
    name: 'Cabinet Member',
    forms: ['Cabinet Member', 'Portfolio Holder', 'Executive Member'],
    example: 'The Cabinet Member introduced the report.',
  },
  {
    name: 'Mayor',
    forms: ['Deputy Lord Mayor', 'Lord Mayor', 'Mayor'],
    example: 'The Mayor welcomed those present.',
  },
  { name: 'Deputy Mayor', forms: ['Deputy Mayor'], example: 'The Deputy Mayor took the chair.' },
  {
    name: 'Independent Member',
    forms: ['Independent Member', 'Independent Person'],
    example: 'The Independent Member asked about the survey.',
  },
  {
    name: 'Panel Member',
    forms: ['Member of the Panel', 'Panel Member', 'Panel member', 'Panel Members'],
    example: 'A Panel Member asked whether there was a common thread.',
  },
  {
    name: 'Member',
    forms: ['Members', 'Member', 'Committee Member', 'Councillors', 'Councillor'],
    example: 'A Member asked how the rate compared nationally.',
  },
  {
    name: 'Monitoring Officer',
    forms: ['Monitoring Officer'],
    example: 'The Monitoring Officer advised members.',
  },
  {
    name: 'Minute Secretary',
    forms: ['Minute Secretary', 'Minutes Secretary'],
    example: 'The Minute Secretary would provide the details.',
  },
  {
    name: 'Clerk',
    forms: ['Parish Clerk', 'Town Clerk', 'Clerk'],
    example: 'The Clerk reported on correspondence.',
  },
  {
    name: 'Officer',
    forms: [
      'Director of Corporate Services',
      'Research Officer',
      'Scrutiny Officer',
      'Scrutiny Research Officer',
      'Democratic Services Officer',
      'Panel Officer',
      'Governance Officer',
      'Planning Officer',
      'Case Officer',
      'Director of Services',
      'Director',
      'Assistant Director',
      'Corporate Director',
      'Head of Finance',
      'Head of Service',
      'Senior Engineer',
      'Senior Executive Officer',
      'Senior Planner',
    ],
    example: 'The Scrutiny Research Officer gave a verbal overview.',
  },
]

/** The role of whoever wrote a report: it has no speaker of its own. */
export const REPORT_AUTHOR = 'Report author'

/** Posts of employees that have no role of their own in the table: their holders speak as officers. */
const EMPLOYED =
  /\b(?:officer|head|headteacher|manager|director|nurse|lead|coordinator|co-ordinator|solicitor|counsel|engineer|planner|adviser|advisor|assistant|analyst|accountant|superintendent|inspector|consultant|commander|surveyor|secretary|librarian|architect)\b/i

/** The role that a post printed beside a name makes of its holder; null where it is none that is known. */
export function roleOfPost(printed: string): string | null {
  return canonicalRole(printed) ?? (EMPLOYED.test(printed) ? 'Officer' : null)
}

/** What an ordinary member of a body is called. */
export function memberRole(body: string | null): string {
  if (body !== null && /\bcabinet\b(?! committee)/i.test(body)) return 'Cabinet Member'
  return body !== null && /\bpanel\b/i.test(body) ? 'Panel Member' : 'Member'
}

const FORMS: ReadonlyMap<string, string> = new Map(
  ROLES.flatMap(({ name, forms }) => [name, ...forms].map((form) => [form.toLowerCase(), name])),
)

const REMEMBERED_ROLES = 5_000
const LONGEST_FORM_WORDS = 6
const LEADING_LETTERS = /^[a-z]+/
const leadingLetters = (text: string): string => LEADING_LETTERS.exec(text.toLowerCase())?.[0] ?? ''
const FIRST_WORDS: ReadonlySet<string> = new Set([...FORMS.keys()].map(leadingLetters))

/** Could a form of a role begin with this word? Cheaper than to try every phrase that begins with it. */
export function mayBeginRole(word: string): boolean {
  return FIRST_WORDS.has(leadingLetters(word))
}

/** The role of which a phrase is a form, and nothing but a form. */
export function roleOfForm(phrase: string): string | null {
  return FORMS.get(phrase.toLowerCase()) ?? null
}

/** The role that the last words of a phrase name: `and the Chief Constable`. */
export function roleAtEnd(phrase: string): string | null {
  const words = phrase
    .toLowerCase()
    .split(/[^a-z&/'-]+/)
    .filter(Boolean)
  for (let length = Math.min(LONGEST_FORM_WORDS, words.length); length > 0; length--) {
    const role = FORMS.get(words.slice(-length).join(' '))
    if (role) return role
  }
  return null
}

/** The role that a text names first, written as a role is: with a capital. */
export function firstRole(text: string): string | null {
  const words = text.split(/[^A-Za-z&/'-]+/).filter(Boolean)
  for (let start = 0; start < words.length; start++) {
    if (!/^[A-Z]/.test(words[start] ?? '')) continue
    for (let length = Math.min(LONGEST_FORM_WORDS, words.length - start); length > 0; length--) {
      const role = FORMS.get(
        words
          .slice(start, start + length)
          .join(' ')
          .toLowerCase(),
      )
      if (role) return role
    }
  }
  return null
}

/**
 * The canonical name of a role as printed after a name: `PCC's Chief Finance Officer, OPCC` is Chief Finance Officer.
 * Null where it is none of those known.
 */
export const canonicalRole = remembering(roleNamedIn, REMEMBERED_ROLES)

function roleNamedIn(printed: string): string | null {
  const words = printed
    .replace(/[\u2019]/g, "'")
    .replace(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .split(/[^a-z&/'-]+/)
    .filter(Boolean)
  for (let length = Math.min(LONGEST_FORM_WORDS, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const role = FORMS.get(words.slice(start, start + length).join(' '))
      if (role) return role
    }
  }
  return null
}
