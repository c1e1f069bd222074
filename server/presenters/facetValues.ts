import type { FacetCount } from '../../indexer/engine/engine.ts'
import { MOST_FACET_VALUES } from '../../indexer/engine/engine.ts'

/** The values of a facet that are shown unfolded, beside those that are chosen. */
const SHOWN_FACET_VALUES = 12

interface Choice {
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
  { chosen, narrowed = [], labelOf, hrefWith }: Choice,
) {
  const values = counts.map(({ value, count }, index) => {
    const isChosen = chosen.includes(value) || narrowed.includes(value)
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
    largestOnly: counts.length < MOST_FACET_VALUES ? null : MOST_FACET_VALUES,
  }
}
