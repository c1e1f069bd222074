import { sentencesOf } from './sentences.ts'
import { termsOfText } from './terms.ts'

/** A reply that is given elsewhere, by its own words. */
export const GIVEN_ELSEWHERE: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\b(?:would|will|could|to) (?:be )?(?:provided?|sent|send|circulated?|suppl(?:y|ied)|forward(?:ed)?|shared?|respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|followed up|given|issued?|emailed)\b[^.;]{0,80}\b(?:in writing|by e-?mail|outside (?:of )?the meeting|after the meeting|following the meeting|separately|off-?line|in due course)\b/i,
    example: 'The Clerk said that the cost would be provided in writing.',
  },
  {
    pattern:
      /\b(?:reply|response|answer)\b[^.;]{0,50} (?:would|will|could|to) (?:be )?(?:issued?|given|provided|follow|circulated|available)\b|\b(?:item|question|matter) was (?:moved|deferred|adjourned)\b/i,
    example: 'It was confirmed that a reply to this question would be issued at the next meeting.',
  },
  {
    pattern:
      /\bwritten (?:response|reply|answer)s? (?:would|will|could|to) be (?:provided|sent|given|circulated|issued|supplied)\b/i,
    example: 'A written response would be provided.',
  },
  {
    pattern:
      /\b(?:would|will|undertook to|agreed to|offered to|promised to) (?:\w+ )?(?:come|get|report|revert|feed)(?: the (?:details|information|matter))? ?(?:back)? (?:to|with) (?:the )?(?:panel|committee|members?|councillors?|board|council|cllr|him|her|them|pcc|commissioner|chair|meeting|an? (?:answer|response|reply|update))\b/i,
    example: 'The Engineer said that he would revert to Members on this.',
  },
  {
    pattern:
      /\b(?:would|will|undertook to|agreed to|offered to|promised to) (?:\w+ )?(?:provide|circulate|send|share|forward|supply|obtain|find out|look up|email|get)\b[^.;]{0,60}\b(?:information|details?|figures?|data|breakdown|numbers?|answer|response|reply|list|report|statistics|costs?|copy|update|note)\b/i,
    example: 'The Commissioner said that he would obtain the figures.',
  },
  {
    pattern:
      /\b(?:information|details?|figures?|data|breakdown|numbers?|answer|response|reply|list|report|statistics|costs?|update|note)\b[^.;]{0,50} (?:would|will|could|to) be (?:circulated|provided|shared|sent|forwarded|supplied|obtained|issued)\b/i,
    example: 'The longer term figures would be circulated to Panel Members.',
  },
  {
    pattern:
      /\b(?:would|will|undertook to|agreed to) (?:\w+ )?(?:speak|talk|meet|liaise|discuss|follow up|respond|reply)\b[^.;]{0,80}\b(?:after|following|outside(?: of)?) the meeting\b/i,
    example: 'The Engineer said that he would speak with Cllr Roach following the meeting.',
  },
  {
    pattern:
      /\b(?:would|will|undertook to|agreed to) (?:\w+ )?(?:come back|revert|find out)\b(?! with this| to the (?!members?|panel|committee|council|board|district|meeting|elected))/i,
    example: 'The Engineer said that she would come back with the figures.',
  },
  {
    pattern:
      /\b(?:take|taken|taking|discuss(?:ed)?|respond(?:ed)?|addressed) (?:\w+ ){0,3}(?:off-?line|outside (?:of )?the meeting)\b/i,
    example: 'The Chair said that it could be discussed outside the meeting.',
  },
]

/** After such words the next sentence says where the reply will be found. */
const NOT_KNOWN =
  /\b(?:(?:did|do|does) not (?:have|know)|(?:was|were|is) not (?:available|aware|sure)|to hand|unable to)\b/i

/** Does the reply, in its first words, only say that it will be or was given elsewhere? Not where the rest speaks of what was asked. */
export function isGivenElsewhere(reply: string, question = ''): boolean {
  const [first = '', ...rest] = sentencesOf(reply).map(([start, end]) => reply.slice(start, end))
  const told = NOT_KNOWN.test(first) ? `${first} ${rest[0] ?? ''}` : first
  if (!GIVEN_ELSEWHERE.some(({ pattern }) => pattern.test(told))) return false
  const asked = new Set(termsOfText(question))
  return !NOT_KNOWN.test(first) ? !termsOfText(rest.join(' ')).some((term) => asked.has(term)) : true
}
