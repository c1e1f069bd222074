import type { Span } from '../../corpus/model/document.ts'

import { remembering } from './remember.ts'

/** Abbreviations whose full stop does not end a sentence, lower case. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr cllr cllrs prof rev hon st no nos e.g i.e eg ie etc approx para paras ref p pp vs v jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m inc ltd co'.split(
    ' ',
  ),
)
const NEVER_FINAL: ReadonlySet<string> = new Set(
  'mr mrs ms dr cllr cllrs prof rev hon no nos e.g i.e eg ie para paras ref pp vs'.split(' '),
)

/** Letters, digits and marks none of which ends a sentence, and one that may, at the end. */
const ONE_SENTENCE = /^[ "-\-/->@-~\u00a0-\u024f\u2010-\u2015\u2018-\u201f\u2022\u20ac]*[.?!]?$/
const REMEMBERED_TEXTS = 5_000

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/**
 * The sentences of a paragraph as offsets into it, without the white space between them. Every character that is not
 * white space is in one sentence.
 */
export const sentencesOf = remembering(
  (text): readonly Span[] => (ONE_SENTENCE.test(text) ? oneSentence(text) : segmentsOf(text)),
  REMEMBERED_TEXTS,
)

function oneSentence(text: string): Span[] {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  return end > start ? [[start, end]] : []
}

function segmentsOf(text: string): Span[] {
  const sentences: [number, number][] = []
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.trimEnd().length
    const previous = sentences.at(-1)
    if (previous && !endsSentence(text.slice(previous[0], previous[1]), segment)) previous[1] = end
    else if (end > index) sentences.push([index + (segment.length - segment.trimStart().length), end])
  }
  return sentences
}

/** Is the full stop at the end of `before` the end of a sentence, given what comes next? */
function endsSentence(before: string, after: string): boolean {
  const lastWord = before
    .slice(before.lastIndexOf(' ') + 1)
    .replace(/^[("'\u2018\u201C[]/, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (NEVER_FINAL.has(lastWord)) return false
  if (/^[a-z]/.test(after)) return !/[?!]["'\u2019\u201D)]?$/.test(before) ? false : true
  return (
    !(ABBREVIATIONS.has(lastWord) && /^\d/.test(after)) && !/(?:^|\s)[A-Z]$/.test(before.replace(/\.$/, ''))
  )
}
