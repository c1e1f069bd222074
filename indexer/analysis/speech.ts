/** Verbs of speaking as minutes use them, each in the forms that report speech. */
const SPEECH_VERBS: readonly string[] =
  `said says stated states explained explains confirmed confirms advised advises
  reported reports asked asks noted notes added adds commented comments highlighted highlights thanked welcomed
  congratulated requested responded replied referred referenced emphasised reiterated reassured assured clarified
  outlined introduced presented acknowledged agreed recognised considered suggested raised expressed commended praised
  informed told described provided gave offered stressed mentioned declared sought queried questioned observed remarked
  paid concurred hoped felt believed invited proposed seconded recommended concluded echoed summarised updated
  apologised pointed talked spoke shared expounded indicated accepted undertook committed pledged opened closed extended
  detailed broke repeated enquired inquired argued urged encouraged warned appreciated appealed moved advocated
  supported complained disagreed opposed wished wanted quoted recalled reminded called read set
  hoping inquired discussed debated volunteered announced wrote spoke`.split(/\s+/)

export const SPEECH: ReadonlySet<string> = new Set(SPEECH_VERBS)

/** Words that may stand between a speaker and the verb. */
export const BETWEEN_SPEAKER_AND_VERB: ReadonlySet<string> = new Set(
  'also then further again both himself herself therefore subsequently however additionally briefly again once finally had has have who'.split(
    ' ',
  ),
)

/** Words after which a name is that of the one who asks: "in response to a question from Cllr Clark". */
export const ASKING_NOUNS: ReadonlySet<string> = new Set([
  'question',
  'questions',
  'query',
  'queries',
  'request',
  'comment',
  'comments',
  'concern',
  'concerns',
])

/** Capitalised words that are no part of a person's name. */
export const NOT_A_NAME: ReadonlySet<string> = new Set(
  `The A An In At On For To From With By Of And But If It This That These Those There Here Police Force Council
  Panel Board Committee Government Home Office Members Member Officers Officer Operation Op Plan Report Service
  Services County Borough District City Town Team Unit Group Partnership Authority Commission Department Ministry
  National Community Public Local Crime Safety Crown Court Courts Referring Noting Thanking Following Regarding
  Concerning Appendix Item Question Resolved Act Street Road Strategy Fund Trust Chief Deputy Assistant Head Chair
  Mayor Leader Clerk Director Manager Councillor Councillors Cllr Cllrs Proposed Motion Variation Directorate`.split(
    /\s+/,
  ),
)
