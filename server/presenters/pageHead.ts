import { PATHS } from '../paths.ts'
import { shortened } from '../shortened.ts'

/** What browsers, search engines and messages are told of a page. */
export interface PageHead {
  /** What the tab says, before the name of the service. */
  readonly title: string
  /** A sentence or two on what the page has. */
  readonly description: string
  /** Where the page is cited: of all addresses that give it the one that lasts. Null for what has none, as an error. */
  readonly path: string | null
  /** The entry of the navigation that it belongs to. */
  readonly section?: Section
  /** The way to it from the start page, without either. */
  readonly crumbs?: readonly Crumb[]
  /** The last of the way: the page itself, in short; its title when absent. */
  readonly here?: string
  /** `article` for what was published on a day. */
  readonly kind?: 'website' | 'article'
  /** The other forms of what it shows. */
  readonly alternates?: readonly Alternate[]
  /** What the page is about, as schema.org has it, with addresses made whole by `absolute`. */
  readonly about?: (absolute: (path: string) => string) => readonly SchemaNode[]
}

export type Section = 'search' | 'meetings' | 'topics' | 'people' | 'register' | 'documents' | 'check'

export interface Crumb {
  readonly label: string
  readonly href: string
}

export interface Alternate {
  readonly type: string
  readonly title: string
  readonly href: string
}

/** A thing of schema.org: its type and what is said of it. */
export type SchemaNode = Readonly<{ '@type': string } & Record<string, unknown>>

/** The picture beside a link that somebody shares. */
const CARD = {
  path: `${PATHS.images}/card.png`,
  width: 1200,
  height: 630,
  alt: 'On Record: search the minutes of public bodies, or ask the record a question.',
}

/** Longer descriptions are cut by those who show them. */
const LONGEST_DESCRIPTION = 200

/** A head with its addresses made whole, ready to print. */
export function finishHead(head: PageHead, baseUrl: string) {
  const absolute = (path: string): string => baseUrl + path
  const trail = head.crumbs === undefined ? [] : [{ label: 'Home', href: PATHS.start }, ...head.crumbs]
  const here = head.here ?? head.title
  const nodes = [...trailNodes(trail, here, absolute), ...(head.about?.(absolute) ?? [])]
  return {
    title: head.title,
    description: shortened(head.description, LONGEST_DESCRIPTION),
    canonical: head.path === null ? null : absolute(head.path),
    section: head.section ?? null,
    kind: head.kind ?? 'website',
    card: { ...CARD, address: absolute(CARD.path) },
    trail,
    here,
    alternates: head.alternates ?? [],
    nodes: nodes.map((node) => ({ '@context': 'https://schema.org', ...node })),
  }
}

/** The breadcrumb trail; none where the page has none. */
function trailNodes(
  trail: readonly Crumb[],
  here: string,
  absolute: (path: string) => string,
): readonly SchemaNode[] {
  if (trail.length === 0) return []
  const steps = [...trail.map(({ label, href }) => ({ name: label, item: absolute(href) })), { name: here }]
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
    },
  ]
}
