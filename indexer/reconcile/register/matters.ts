/** Words before what a sentence is about: who says so, who moved it, that it was agreed. */
export const ATTRIBUTIONS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern: /^(?:also,? )?on the (?:proposal|proposition|motion) of .{3,160}?,? (?:it was|and) (?:\w+ )?(?:agreed|resolved)(?: that)?\b/i,
    example: 'On the proposal of Cllr Roach, seconded by Mr Pike, it was agreed that',
  },
  {
    pattern:
      /^(?:REPLY:? ?|in (?:reply|replying|response),? ?)?(?:the|he|she|they|mr|mrs|ms|dr|cllr|councillor|members?)\b.{0,140}?\b(?:advised|stated|confirmed|said|informed|indicated|agreed|undertook|replied|noted|explained|added|assured|offered|reported|outlined|referred|expressed|asked|queried|enquired|requested|welcomed|thanked)\b(?: (?:the )?members)?(?: that)?\b/i,
    example: 'The Senior Engineer, Piers and Slips, advised Members that',
  },
  {
    pattern: /^(?:following [^,]{3,80}, )?it was (?:also |then |further )?(?:agreed|confirmed|noted|stated)(?: that)?\b/i,
    example: 'Following discussion, it was agreed that',
  },
]

/** A sentence without the words that only tell who says it. */
export function matterOf(sentence: string): string {
  for (const { pattern } of ATTRIBUTIONS) {
    const attribution = pattern.exec(sentence)
    if (attribution) return sentence.slice(attribution[0].length)
  }
  return sentence
}
