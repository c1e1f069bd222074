import type { Tree } from '../../server/answer/trees.ts'

/** First and second derivative of the loss by each row's score. */
export interface Derivatives {
  readonly gradient: Float64Array
  readonly hessian: Float64Array
}

/** Rows `[start, end)` that belong together: the candidates of one question. */
export interface Group {
  readonly start: number
  readonly end: number
}

export interface BoostingSettings {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** Least sum of second derivatives in a leaf. */
  readonly leastHessian: number
  readonly lambda: number
  /** Share of the features that each tree may use. */
  readonly featureShare: number
  /** Share of the groups of rows that each tree learns from. */
  readonly groupShare: number
  readonly seed: number
}

const BINS = 64

/** Rows of numbers cut into bins, one column for each feature. */
export interface BinnedTable {
  readonly rows: number
  readonly bins: readonly Uint8Array[]
  /** For each feature the upper bound of each bin but the last. */
  readonly bounds: readonly (readonly number[])[]
}

/** @param columns one array of values for each feature */
export function binned(columns: readonly Float32Array[]): BinnedTable {
  const bounds = columns.map(boundsOf)
  return {
    rows: columns[0]?.length ?? 0,
    bounds,
    bins: columns.map((column, feature) => {
      const own = bounds[feature] ?? []
      return Uint8Array.from(column, (value) => binOf(value, own))
    }),
  }
}

function boundsOf(column: Float32Array): number[] {
  const values = [...new Set(column)].sort((a, b) => a - b)
  const middle = (at: number): number => ((values[at] ?? 0) + (values[at + 1] ?? 0)) / 2
  if (values.length <= BINS)
    return Array.from({ length: Math.max(0, values.length - 1) }, (_, at) => middle(at))
  const sorted = Float32Array.from(column).sort()
  const cuts = Array.from(
    { length: BINS - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / BINS)] ?? 0,
  )
  return [...new Set(cuts)]
}

/** The first bin whose bound the value does not exceed. */
function binOf(value: number, bounds: readonly number[]): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const at = (low + high) >> 1
    if (value <= (bounds[at] ?? 0)) high = at
    else low = at + 1
  }
  return low
}

interface Split {
  readonly gain: number
  readonly feature: number
  readonly bin: number
}

interface Leaf {
  readonly rows: Int32Array
  readonly histogram: Float64Array
  readonly gradient: number
  readonly hessian: number
  split: Split | null
  children: readonly [Leaf, Leaf] | null
}

/** Gradient-boosted trees, grown leaf by leaf (as LightGBM does), each step by Newton's method. The same seed gives the same trees. */
export function boost(
  table: BinnedTable,
  groups: readonly Group[],
  derivativesAt: (scores: Float64Array) => Derivatives,
  settings: BoostingSettings,
): Tree[] {
  const scores = new Float64Array(table.rows)
  const random = randomFrom(settings.seed)
  return Array.from({ length: settings.trees }, () => {
    const features = table.bins.map((_, feature) => feature).filter(() => random() < settings.featureShare)
    const rows = rowsOf(groups.filter(() => random() < settings.groupShare))
    const grower = new TreeGrower(table, derivativesAt(scores), features, settings)
    const tree = grower.grow(rows)
    for (let row = 0; row < table.rows; row++) scores[row] = (scores[row] ?? 0) + grower.valueFor(tree, row)
    return grower.written(tree)
  })
}

class TreeGrower {
  readonly #table: BinnedTable
  readonly #derivatives: Derivatives
  readonly #features: readonly number[]
  readonly #settings: BoostingSettings

  constructor(
    table: BinnedTable,
    derivatives: Derivatives,
    features: readonly number[],
    settings: BoostingSettings,
  ) {
    this.#table = table
    this.#derivatives = derivatives
    this.#features = features
    this.#settings = settings
  }

  grow(rows: Int32Array): Leaf {
    const root = this.#leaf(rows, this.#histogram(rows))
    const leaves = [root]
    while (leaves.length < this.#settings.leaves) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
      if (best.split === null) break
      leaves.splice(leaves.indexOf(best), 1, ...this.#divide(best, best.split))
    }
    return root
  }

  /** What a tree says of a row. */
  valueFor(tree: Leaf, row: number): number {
    let leaf = tree
    while (leaf.children !== null && leaf.split !== null) {
      const { feature, bin } = leaf.split
      leaf = leaf.children[(this.#table.bins[feature]?.[row] ?? 0) <= bin ? 0 : 1]
    }
    return this.#value(leaf)
  }

  #value({ gradient, hessian }: Leaf): number {
    return (-this.#settings.rate * gradient) / (hessian + this.#settings.lambda)
  }

  written(leaf: Leaf): Tree {
    const value = rounded(this.#value(leaf))
    if (leaf.children === null || leaf.split === null) return value
    const { feature, bin } = leaf.split
    const threshold = rounded(this.#table.bounds[feature]?.[bin] ?? 0)
    return [feature, threshold, value, this.written(leaf.children[0]), this.written(leaf.children[1])]
  }

  #histogram(rows: Int32Array): Float64Array {
    const { gradient, hessian } = this.#derivatives
    const sums = new Float64Array(this.#features.length * BINS * 2)
    for (const [place, feature] of this.#features.entries()) {
      const bins = this.#table.bins[feature]
      if (!bins) continue
      const base = place * BINS * 2
      for (const row of rows) {
        const cell = base + (bins[row] ?? 0) * 2
        sums[cell] = (sums[cell] ?? 0) + (gradient[row] ?? 0)
        sums[cell + 1] = (sums[cell + 1] ?? 0) + (hessian[row] ?? 0)
      }
    }
    return sums
  }

  #leaf(rows: Int32Array, histogram: Float64Array): Leaf {
    let gradient = 0
    let hessian = 0
    for (const row of rows) {
      gradient += this.#derivatives.gradient[row] ?? 0
      hessian += this.#derivatives.hessian[row] ?? 0
    }
    const leaf: Leaf = { rows, histogram, gradient, hessian, split: null, children: null }
    leaf.split = this.#bestSplit(leaf)
    return leaf
  }

  #bestSplit({ histogram, gradient, hessian }: Leaf): Split | null {
    const { lambda, leastHessian } = this.#settings
    const worth = (g: number, h: number): number => (g * g) / (h + lambda)
    let best: Split | null = null
    for (const [place, feature] of this.#features.entries()) {
      let below = 0
      let belowHessian = 0
      for (let bin = 0; bin < (this.#table.bounds[feature]?.length ?? 0); bin++) {
        const cell = (place * BINS + bin) * 2
        below += histogram[cell] ?? 0
        belowHessian += histogram[cell + 1] ?? 0
        const aboveHessian = hessian - belowHessian
        if (belowHessian < leastHessian || aboveHessian < leastHessian) continue
        const gain =
          worth(below, belowHessian) + worth(gradient - below, aboveHessian) - worth(gradient, hessian)
        if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, bin }
      }
    }
    return best
  }

  /** Counts the rows of the smaller side; the other's histogram is what is left. */
  #divide(leaf: Leaf, { feature, bin }: Split): [Leaf, Leaf] {
    const bins = this.#table.bins[feature]
    const below = leaf.rows.filter((row) => (bins?.[row] ?? 0) <= bin)
    const above = leaf.rows.filter((row) => (bins?.[row] ?? 0) > bin)
    const isBelowSmaller = below.length <= above.length
    const smaller = this.#histogram(isBelowSmaller ? below : above)
    const larger = leaf.histogram.map((sum, cell) => sum - (smaller[cell] ?? 0))
    const children = [
      this.#leaf(below, isBelowSmaller ? smaller : larger),
      this.#leaf(above, isBelowSmaller ? larger : smaller),
    ] as [Leaf, Leaf]
    leaf.children = children
    return children
  }
}

/** Four significant digits: the data file is read by people. */
const rounded = (value: number): number => Number(value.toPrecision(4))

function rowsOf(groups: readonly Group[]): Int32Array {
  return Int32Array.from(
    groups.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  )
}

/** Mulberry32: a small generator of which the same seed gives the same numbers. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
