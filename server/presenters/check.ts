import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { CheckResult } from '../check/check.ts'
import type { Place } from '../check/place.ts'
import { remarksOn } from '../check/remarks.ts'
import { paragraphPath } from '../paths.ts'
import { presentPlace, presentScope } from './api.ts'

/** The verdict on a quotation as JSON. */
export function presentCheck(result: CheckResult, baseUrl: string) {
  const { request, quotation, speaker, verdict, places, nearest, elsewhere, scope } = result
  return {
    quote: request.quote,
    readAs: quotation.text,
    claim: {
      saidBy: request.saidBy,
      people: [...(speaker?.people ?? [])],
      roles: [...(speaker?.roles ?? [])],
      from: request.from,
      to: request.to,
    },
    verdict,
    remarks: remarksOn(result),
    places: places.slice(0, MOST_PLACES).map((place) => presentCheckPlace(place, baseUrl)),
    totalPlaces: places.length,
    elsewhere: elsewhere.map(({ quoted, context }) => ({ quoted, ...presentParagraph(context, baseUrl) })),
    nearest: nearest && presentCheckPlace(nearest, baseUrl),
    scope: presentScope(scope),
  }
}

/** Places that are shown of words that stand in many. */
export const MOST_PLACES = 10

function presentCheckPlace(place: Place, baseUrl: string) {
  const ids = place.stretch.paragraphs.map(({ paragraph }) => paragraph.id)
  return {
    passages: passagesOf(place).map(({ context, start, end }) => ({
      quote: context.paragraph.text.slice(start, end),
      start,
      end,
      ...presentParagraph(context, baseUrl),
    })),
    wording: place.wording.parts.map(({ kind, difference, record, quoted, spans }) => ({
      kind,
      difference,
      record,
      quoted,
      spans: spans.map(({ paragraph, start, end }) => ({ paragraphId: ids[paragraph], start, end })),
    })),
    fits: place.fit,
    likeness: place.likeness,
  }
}

const presentParagraph = (context: ParagraphInContext, baseUrl: string) => ({
  paragraph: {
    id: context.paragraph.id,
    text: context.paragraph.text,
    url: baseUrl + paragraphPath(context.paragraph.id),
  },
  ...presentPlace(context, baseUrl),
})

/** What each paragraph of a place has of the quotation: from the first word that was kept to the last. */
export function passagesOf({ stretch, wording }: Place) {
  const spans = wording.parts.filter(({ kind }) => kind === 'kept').flatMap((part) => part.spans)
  return stretch.paragraphs.flatMap((context, number) => {
    const own = spans.filter(({ paragraph }) => paragraph === number)
    const [first, last] = [own[0], own.at(-1)]
    return first && last ? [{ context, start: first.start, end: last.end }] : []
  })
}
