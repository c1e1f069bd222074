/** The links of GOV.UK's pagination component; null where there is one page. */
export function presentPagination(
  page: number,
  size: number,
  total: number,
  hrefOf: (page: number) => string,
) {
  const pages = Math.ceil(total / size)
  if (pages <= 1) return null
  const link = (number: number) => ({ number, href: hrefOf(number), current: number === page })
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  const items = shown.flatMap((number, index) =>
    index > 0 && number - (shown[index - 1] ?? number) > 1
      ? [{ ellipsis: true }, link(number)]
      : [link(number)],
  )
  return {
    items,
    ...(page > 1 ? { previous: { href: hrefOf(page - 1) } } : {}),
    ...(page < pages ? { next: { href: hrefOf(page + 1) } } : {}),
  }
}
