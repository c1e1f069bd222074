/** A tree as nested nodes: a leaf is its value; `[feature, threshold, value, below, above]` splits, with `value` its mean. */
export type Tree =
  number | readonly [feature: number, threshold: number, value: number, below: Tree, above: Tree]

/** The sum of what the trees say of a row of features. */
export function scoreOf(trees: readonly Tree[], row: ArrayLike<number>): number {
  let total = 0
  for (const tree of trees) {
    let node = tree
    while (typeof node !== 'number') node = (row[node[0]] ?? 0) <= node[1] ? node[3] : node[4]
    total += node
  }
  return total
}

/** What each feature, by its index, adds to the score: along the path through each tree, by how much the mean changes. */
export function contributionsOf(trees: readonly Tree[], row: ArrayLike<number>): Map<number, number> {
  const contributions = new Map<number, number>()
  for (const tree of trees) {
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
