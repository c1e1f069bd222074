/** Words before what a sentence is about: who says so, who moved it, that it was agreed. */
export const ATTRIBUTIONS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /^(?:also,? )?on the (?:proposal|proposition|motion) of .{3,160}?,? (?:it was|and) (?:\w+ )?(?:agreed|resolved)(?: that)?\b/i,
    example: 'On the proposal of Cllr Roach, seconded by Mr Pike, it was agreed that',
  },
  {
    pattern:
      /^(?:REPLY:? ?|in (?:reply|replying|response),? ?)?(?:the|he|she|they|mr|mrs|ms|dr|cllr|councillor|members?)\b.{0,140}?\b(?:advised|stated|confirmed|said|informed|indicated|agreed|undertook|replied|noted|explained|added|assured|offered|reported|outlined|referred|expressed|asked|queried|enquired|requested|welcomed|thanked)\b(?: (?:the )?members)?(?: that)?\b/i,
    example: 'The Senior Engineer, Piers and Slips, advised Members that',
  },
  {
    pattern:
      /^(?:following [^,]{3,80}, )?it was (?:also |then |further )?(?:agreed|confirmed|noted|stated)(?: that)?\b/i,
    example: 'Following discussion, it was agreed that',
  },
]

/** `the A/Senior Executive Engineer, Piers and Slips Division`: who acts, which is not what about. */
const POST =
  /\b(?:A\/|Acting )?(?:(?:Senior|Deputy|Assistant|Chief|Executive|Administrative|Staff|Operations|Meetings) ){0,3}(?:Engineer|Officer|Director|Architect|Planner|Administrator|Executive|Manager|Head)\b(?:,? (?:of )?[A-Z][\w&/-]*(?:,? (?:and |& )?[A-Z][\w&-]*){0,5})?/g
/** Mark-up that a reader of scans left. */
const MARK_UP = /<\/?\w{1,10}>/
const LONGEST_REMARK = 80

/** A sentence without the words that only tell who says it, or who acts. */
export function matterOf(sentence: string): string {
  const said = withoutRemark(sentence)
  const attribution = ATTRIBUTIONS.map(({ pattern }) => pattern.exec(said)?.[0]).find(
    (found) => found !== undefined,
  )
  return said.slice(attribution?.length ?? 0).replace(POST, ' ')
}

/** `See original file for clarity</small> It was agreed`. */
function withoutRemark(sentence: string): string {
  const mark = MARK_UP.exec(sentence.slice(0, LONGEST_REMARK))
  return mark ? sentence.slice(mark.index + mark[0].length).trimStart() : sentence
}
