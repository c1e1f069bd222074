import { attribute, classesOf, textOf, type HtmlElement } from './htmlTree.ts'
import type { Meaning } from './htmlLines.ts'

/** Heading level of an item of business: below the page's title and the line with body and date. */
const ITEM_LEVEL = 3
/** Heading level of "Decision:", "Minutes:" and recorded votes within an item. */
const SUB_ITEM_LEVEL = 4
const FURNITURE: Meaning = { furniture: true }

/** What the class names of ModernGov's meeting pages mean. */
export const MODERNGOV_CLASSES: Readonly<Record<string, Meaning>> = {
  mgMainTitleTxt: { headingLevel: 1 },
  mgSubTitleTxt: { headingLevel: 2 },
  mgItemTable: { isLayout: true },
  mgAiTitleTxt: { headingLevel: ITEM_LEVEL },
  mgSubItemTitleTxt: { headingLevel: SUB_ITEM_LEVEL },
  mgSectionTitle: { headingLevel: SUB_ITEM_LEVEL },
  mgFileSize: FURNITURE,
  mgHide: FURNITURE,
  mgLinks: FURNITURE,
  mgActionList: FURNITURE,
  mgBulletList: FURNITURE,
  mgHelpLine: FURNITURE,
  mgFooter: FURNITURE,
  mgMeetingsEarlierLater: FURNITURE,
}

/** What its links are, by where they lead. */
export const MODERNGOV_LINKS: readonly { readonly pattern: RegExp; readonly meaning: Meaning }[] = [
  // "... view the full minutes text for item 328": the page cuts long minutes short.
  { pattern: /^mgAi\.aspx\?/i, meaning: { furniture: true, marksCut: true } },
  { pattern: /^mgLocationDetails\.aspx\?/i, meaning: FURNITURE },
  { pattern: /^ieDecisionDetails\.aspx\?/i, meaning: FURNITURE },
  { pattern: /^mgListRecordedVotes\w*\.aspx\?/i, meaning: FURNITURE },
]

const DOCUMENTS_TITLE = /^additional documents\s?:?$/i
/** The table of items has a caption ("Items"), which tells nothing. */
const ITEMS_TITLE = /^items$/i
/** Characters in which these titles are told. */
const TITLE_LENGTH = 40

/** What an element means on a page of ModernGov; null where it means what HTML says. */
export function modernGovMeaning(element: HtmlElement): Meaning | null {
  if (element.tagName === 'a') return linkMeaning(element)
  if (element.tagName === 'li') return isVoteLink(element) ? FURNITURE : null
  const name = classesOf(element).find((candidate) => candidate in MODERNGOV_CLASSES)
  if (name === undefined) return null
  if (isEmptyTitle(element, name)) return FURNITURE
  // The level that the page gives its own headings counts.
  if (name === 'mgSectionTitle' && /^h[1-6]$/.test(element.tagName)) return null
  return MODERNGOV_CLASSES[name] ?? null
}

function isEmptyTitle(element: HtmlElement, name: string): boolean {
  if (name === 'mgSubItemTitleTxt') return DOCUMENTS_TITLE.test(textOf(element, TITLE_LENGTH))
  return name === 'mgSectionTitle' && ITEMS_TITLE.test(textOf(element, TITLE_LENGTH))
}

function linkMeaning(link: HtmlElement): Meaning | null {
  const page = attribute(link, 'href')?.split('/').at(-1) ?? ''
  return MODERNGOV_LINKS.find(({ pattern }) => pattern.test(page))?.meaning ?? null
}

/** A link in a list item of its own: the bullet goes with it. */
function isVoteLink(item: HtmlElement): boolean {
  const elements = item.childNodes.filter((node) => 'tagName' in node)
  const [only] = elements
  return elements.length === 1 && only !== undefined && linkMeaning(only)?.furniture === true
}
