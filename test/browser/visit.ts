import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'

export interface Visit {
  readonly width?: number
  readonly javaScriptEnabled?: boolean
}

/** A finding of axe-core, as far as it is shown. */
interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A page in a fresh browser context, with everything that its console says. */
export async function visit(
  browser: Browser,
  baseURL: string,
  path: string,
  { width = 1280, javaScriptEnabled = true }: Visit,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled, viewport: { width, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(path)
  return { page, complaints }
}

/** Nothing is made of what passes: on a long document that takes longer than the checks. */
const RUN_AXE = `axe.run({ resultTypes: ['violations'] })`

/** What axe-core finds wrong with a page, each with the first place. */
export async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(await axe)
  const { violations } = await page.evaluate<{ violations: Violation[] }>(RUN_AXE)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}
