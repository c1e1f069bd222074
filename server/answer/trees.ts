/** A tree as nested nodes: a leaf is its value; `[feature, threshold, value, below, above]` splits, with `value` its mean. */
export type Tree =
  number | readonly [feature: number, threshold: number, value: number, below: Tree, above: Tree]

/** Trees laid out in arrays, node after node: a score is asked for hundreds of times a question. */
export class Forest {
  readonly #trees: readonly Tree[]
  /** Of each node its feature; -1 for a leaf. */
  readonly #features: Int16Array
  /** Of each node its threshold; of a leaf its value. */
  readonly #thresholds: Float64Array
  /** Where the node above the threshold stands; the one below it comes next. */
  readonly #above: Int32Array
  readonly #roots: Int32Array

  constructor(trees: readonly Tree[]) {
    const features: number[] = []
    const thresholds: number[] = []
    const above: number[] = []
    const add = (tree: Tree): void => {
      const node = features.length
      features.push(typeof tree === 'number' ? -1 : tree[0])
      thresholds.push(typeof tree === 'number' ? tree : tree[1])
      above.push(0)
      if (typeof tree === 'number') return
      add(tree[3])
      above[node] = features.length
      add(tree[4])
    }
    this.#trees = trees
    this.#roots = Int32Array.from(trees, (tree) => {
      const root = features.length
      add(tree)
      return root
    })
    this.#features = Int16Array.from(features)
    this.#thresholds = Float64Array.from(thresholds)
    this.#above = Int32Array.from(above)
  }

  /** The sum of what the trees say of a row of features. */
  scoreOf(row: ArrayLike<number>): number {
    let total = 0
    for (const root of this.#roots) {
      let node = root
      for (;;) {
        const feature = this.#features[node] ?? -1
        const threshold = this.#thresholds[node] ?? 0
        if (feature < 0) {
          total += threshold
          break
        }
        node = (row[feature] ?? 0) <= threshold ? node + 1 : (this.#above[node] ?? 0)
      }
    }
    return total
  }

  /** What each feature, by its index, adds to the score: along the path through each tree, by how much the mean changes. */
  contributionsOf(row: ArrayLike<number>): Map<number, number> {
    const contributions = new Map<number, number>()
    for (const tree of this.#trees) {
      let node = tree
      while (typeof node !== 'number') {
        const [feature, threshold, value, below, above] = node
        node = (row[feature] ?? 0) <= threshold ? below : above
        const change = (typeof node === 'number' ? node : node[2]) - value
        contributions.set(feature, (contributions.get(feature) ?? 0) + change)
      }
    }
    return contributions
  }
}
