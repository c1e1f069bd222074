import type { Span } from '../../corpus/model/document.ts'
import { remembering } from '../../indexer/analysis/remember.ts'
import type { QuestionType } from './interpret.ts'

/** Words that tell that a sentence is the kind of thing that a question of a type asks for. */
interface Cue {
  readonly pattern: RegExp
  readonly example: string
}

export const CUES = {
  undertaking: {
    pattern:
      /\b(?:would|will|to be|shall|undertook|undertake|agreed to|committed to|commitment|pledged|promised|offered to|intend(?:s|ed)? to|plan(?:s|ned)? to|due to be|scheduled|in due course|shortly|is to|are to|was to|were to|be (?:provided|circulated|brought|investigated|examined|arranged|carried|submitted|included|considered|progressed))\b/gi,
    example: 'The Commissioner would provide an update.',
  },
  decision: {
    pattern:
      /\b(?:resolved|agreed|approved|adopted|noted|endorsed|accepted|rejected|defeated|carried|supported|confirmed|deferred|adjourned|referred|declared|withdrawn|ratified|unanimously|recommended)\b/gi,
    example: 'RESOLVED that the report be noted.',
  },
  motion: {
    pattern: /\b(?:proposed by|seconded by|proposed|seconded|on the proposal of|moved by|it was agreed)\b/gi,
    example: 'Proposed by Councillor Daly; Seconded by Councillor Leddin.',
  },
  opinion: {
    pattern:
      /\b(?:said|stated|felt|believed?|considered|thought|expressed|concern(?:ed|s)?|welcomed|disappoint(?:ed|ment)|suggested|called (?:for|on)|highlighted|stressed|emphasi[sz]ed|objected|opposed|supported|against|in favour|should|wanted|wished|urged|requested|asked|queried|criticised|complimented|outlined|noted that|commented|argued|voiced|recommended|pointed out|referred to|indicated)\b/gi,
    example: 'Members expressed concern about the delay.',
  },
  reason: {
    pattern:
      /\b(?:because|due to|owing to|as a result|reasons?|so that|in order to|since|given (?:that|the)|on account of|as (?:it|this|they|there|the|he|she|these)|therefore|caused|cause of|arising from|result(?:ed|ing)? (?:of|from)|led to|attributed|thereby|to (?:ensure|allow|enable|avoid|prevent|protect|reduce|improve)|cannot|could not|not possible|unable|lack of|subject to|until|problem|difficult(?:y|ies))\b/gi,
    example: 'Calls rose because of the new line.',
  },
  definition: {
    pattern:
      /\b(?:is (?:a|an|the)|are (?:a|an|the)?|was (?:a|an|the)|means|stands for|refers to|known as|defined as|consists? of|comprises?|includes?|aims? to|involves?|designed to|responsible for|purpose|provides?|i\.e\.)|\([A-Z]{2,}\)/gi,
    example: 'Operation Voice is a plan to answer calls sooner.',
  },
  change: {
    pattern:
      /\b(?:increas\w*|decreas\w*|reduc\w*|ris(?:e|en|ing)|rose|fell|fall(?:en|ing)?|drop(?:ped)?|higher|lower|more than|less than|fewer|compared|up (?:from|by)|down (?:from|by)|from .{1,40} to|previous year|last year)\b/gi,
    example: 'Burglary fell from 410 to 320.',
  },
  negation: {
    pattern: /\b(?:not|no|never|none|cannot|without|neither|nor|unable|refus\w+|reject\w+)\b|n't\b/gi,
    example: 'There was no evidence of it.',
  },
  hedge: {
    pattern: /\b(?:may|might|could|possibl[ey]|perhaps|hope[ds]?|hopefully|potential(?:ly)?|if)\b/gi,
    example: 'It might be possible.',
  },
  asking: {
    pattern:
      /\b(?:asked|queried|enquired|inquired|questioned|sought (?:an update|clarification|information))\b|\?/gi,
    example: 'Councillor Daly asked when the road would open.',
  },
} as const satisfies Record<string, Cue>

export type CueName = keyof typeof CUES

/** The cue that speaks for an answer to a question of a type; what asks for a name or a quantity has none. */
export const CUE_OF_TYPE: Readonly<Partial<Record<QuestionType, CueName>>> = {
  commitment: 'undertaking',
  decision: 'decision',
  position: 'opinion',
  reason: 'reason',
  definition: 'definition',
  comparison: 'change',
}

/** A sentence that opens with one of these only points to what it speaks of: `It would open in spring.` */
export const OPENS_WITH_POINTER =
  /^(?:he|she|it|they|this|these|that|those|there|such|also|further(?:more)?|however)\b/i

const CUE_NAMES = Object.keys(CUES) as CueName[]
const REMEMBERED_TEXTS = 6_000

/** Where a text has each cue. */
export const cuesIn = remembering(
  (text): ReadonlyMap<CueName, readonly Span[]> =>
    new Map(CUE_NAMES.map((cue) => [cue, spansOf(text, CUES[cue].pattern)])),
  REMEMBERED_TEXTS,
)

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: words }) => [index, index + words.length])
