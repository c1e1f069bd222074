/** Words of names that tell what is named, each list as the alternatives of a pattern. */

/** Stand before the name of a person: `Chief Superintendent Sutton`. */
export const RANKS =
  'Supt|Superintendent|Inspector|Insp|Sergeant|Sgt|Garda|Minister|Deputy|Senator|Mayor|Chief|Assistant|PC|DCC|ACC|Judge|Justice|Fr|Father|Bishop|Captain|Comm'

/** End the name of an office: `Sports Officer`. */
export const OFFICES =
  'Officers?|Managers?|Directors?|Engineer|Superintendent|Constable|Commissioner|Executive|Secretary|Treasurer|Chair|Chairman|Chairperson|Chairwoman|Cathaoirleach|Mayor|Minister|Inspector|Sergeant|Planner|Architect|Administrator|Co-?ordinator|Clerk|Leader|Head|President|Members?|Councillors?|Comhairle|Accountant|Solicitor|Librarian'

/** Stand anywhere in the name of a body: `Malachy Walsh Ltd`. */
export const BODIES =
  'council|company|ltd|limited|plc|trust|board|authority|department|consult\\w*|engineers|architects|university|college|school|association|committee|services?|agency|group|housing|ireland|police|partnership|office|commission|force|panel|club|society|bank|contractors?|construction|developments?|union|ministry|institute|team|unit|bord|gardai|garda\u00ed|garda|hse|tii|nta|opw|associates|forum|network|foundation|federation|hospital|solutions|systems|international|brothers|sons'
