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
const RUN_AXE = `axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })`

/** What axe-core finds wrong with a page, each with the first place. */
export async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(await axe)
  const { violations } = await page.evaluate<{ violations: Violation[] }>(RUN_AXE)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}

/** What the Tab key leads to on a page, beside what it should. Elements are named by their HTML, cut. */
interface Walk {
  /** What can be used and was not reached. */
  readonly missed: readonly string[]
  /** What was reached before something that stands above it in the page. */
  readonly outOfOrder: readonly string[]
  /** What does not show that it has the focus. */
  readonly unseen: readonly string[]
}

/** Presses Tab until the focus leaves the page. */
export async function tabThrough(page: Page): Promise<Walk> {
  await page.evaluate(BEGIN_WALK)
  const count = await page.evaluate<number>('walk.usable.length')
  for (let pressed = 0; pressed <= count; pressed++) {
    await page.keyboard.press('Tab')
    if (!(await page.evaluate<boolean>('walk.note()'))) break
  }
  return page.evaluate<Walk>('walk.report()')
}

// Runs in the page: an outline, a shadow or the yellow of GOV.UK's focus tells where the focus is. An outline that is
// transparent is drawn in forced colours, which take shadows and backgrounds away.
const BEGIN_WALK = `
  var walk = (() => {
    const usable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && !element.disabled)
    const cut = (element) => element.outerHTML.slice(0, 120)
    const reached = []
    const unseen = []
    const isForced = matchMedia('(forced-colors: active)').matches
    const isSeen = (element) => {
      const style = getComputedStyle(element)
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
      if (isForced) return outlined
      const opaque = outlined && !/^rgba\\(.*, 0\\)$/.test(style.outlineColor)
      return opaque || style.boxShadow !== 'none' || style.backgroundColor === 'rgb(255, 221, 0)'
    }
    document.activeElement?.blur()
    scrollTo(0, 0)
    return {
      usable,
      note() {
        const element = document.activeElement
        if (!element || element === document.body || reached.includes(element)) return false
        reached.push(element)
        const label = element.type === 'checkbox' || element.type === 'radio' ? element.nextElementSibling : null
        if (!isSeen(element) && !(label && getComputedStyle(label, '::before').boxShadow !== 'none') && !(label && isForced)) unseen.push(cut(element))
        return true
      },
      report: () => ({
        missed: usable.filter((element) => !reached.includes(element)).map(cut),
        outOfOrder: reached.filter((element, index) => reached.slice(index + 1).some((later) => later.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)).map(cut),
        unseen,
      }),
    }
  })()`

/** What is animated, or moves by itself. */
export function movingElements(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('*')]
    .filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
      return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth'
    })
    .map((element) => element.outerHTML.slice(0, 120))`)
}
