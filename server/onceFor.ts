/** What depends on one thing alone, such as a generation: worked out when it is first wanted, and kept as long as that is. */
export function onceFor<Source extends object, Result extends object>(
  work: (source: Source) => Result,
): (source: Source) => Result {
  const done = new WeakMap<Source, Result>()
  return (source) => {
    const result = done.get(source) ?? work(source)
    done.set(source, result)
    return result
  }
}
