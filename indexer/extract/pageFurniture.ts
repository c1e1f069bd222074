import {
  attribute,
  classesOf,
  roleOf,
  stepsOf,
  textOf,
  type HtmlElement,
  type HtmlParent,
} from './htmlTree.ts'

const FURNITURE_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'search'])
const FURNITURE_ROLES: ReadonlySet<string> = new Set([
  'banner',
  'navigation',
  'contentinfo',
  'search',
  'complementary',
])
const FURNITURE_NAMES = /^(?:breadcrumbs?|skip-?(?:link|nav|to-content)s?)\b|\bbreadcrumbs?\b|cookie/i
const SKIP_LINK = /^skip to\b/i
/** Characters by which a link is known to skip. */
const SKIP_LINK_LENGTH = 60
/** Elements that hold a whole page: their names (`class="cookies-accepted"`) tell of no part of it. */
const WHOLE_PAGE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'form'])
/** The `<header>` of these is their own; elsewhere it is the page's. */
const SECTIONS: ReadonlySet<string> = new Set(['article', 'main', 'section', 'blockquote', 'td'])

/** The one element that holds the page's own content; null where there is none, or several. */
export function mainOf(root: HtmlParent): HtmlElement | null {
  const mains: HtmlElement[] = []
  for (const step of stepsOf(root))
    if (step.kind === 'enter' && isMain(step.element)) mains.push(step.element)
  return mains.length === 1 ? (mains[0] ?? null) : null
}

/** Is it a part of the page that may have a head of its own? */
export function isSection(element: HtmlElement): boolean {
  return SECTIONS.has(element.tagName) || isMain(element)
}

/** Does an element belong to the website and not to what it publishes? */
export function isPageFurniture(element: HtmlElement, isInSection: boolean): boolean {
  const { tagName } = element
  if (WHOLE_PAGE.has(tagName)) return false
  if (FURNITURE_TAGS.has(tagName) || FURNITURE_ROLES.has(roleOf(element) ?? '')) return true
  if (tagName === 'header') return !isInSection
  if (tagName === 'a' && isSkipLink(element)) return true
  return [...classesOf(element), attribute(element, 'id') ?? ''].some((name) => FURNITURE_NAMES.test(name))
}

function isMain(element: HtmlElement): boolean {
  return element.tagName === 'main' || roleOf(element) === 'main'
}

function isSkipLink(link: HtmlElement): boolean {
  const isOnPage = attribute(link, 'href')?.startsWith('#') ?? false
  return isOnPage && SKIP_LINK.test(textOf(link, SKIP_LINK_LENGTH))
}
