import type { FacetCount } from '../../indexer/engine/engine.ts'
import { MOST_FACET_VALUES } from '../../indexer/engine/engine.ts'

/** The values of a facet that are shown unfolded, beside those that are chosen. */
const SHOWN_FACET_VALUES = 12

interface Choice {
  /** So many values are sent at most, beside those that are chosen. */
  readonly most?: number
  /** What the reader has set, and can take back. */
  readonly chosen: readonly string[]
  /** What else narrows the result by this field. */
  readonly narrowed?: readonly string[]
  readonly labelOf: (value: string) => string
  /** The address with these values of the field set. */
  readonly hrefWith: (values: readonly string[]) => string
}

/** A facet's values with their counts, each with the address that sets it or takes it back. */
export function presentFacetValues(
  counts: readonly FacetCount[],
  { most = MOST_FACET_VALUES, chosen, narrowed = [], labelOf, hrefWith }: Choice,
) {
  const values = counts.flatMap(({ value, count }, index) => {
    const isChosen = chosen.includes(value) || narrowed.includes(value)
    if (index >= most && !isChosen) return []
    const toggled = isChosen ? chosen.filter((other) => other !== value) : [...chosen, value]
    return {
      label: labelOf(value),
      count,
      isChosen,
      isShown: isChosen || index < SHOWN_FACET_VALUES,
      href: hrefWith(toggled),
    }
  })
  return {
    values: values.filter(({ isShown }) => isShown),
    folded: values.filter(({ isShown }) => !isShown),
    largestOnly: counts.length < Math.min(most + 1, MOST_FACET_VALUES) ? null : most,
  }
}
