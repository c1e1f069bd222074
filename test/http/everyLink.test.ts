import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { DefaultTreeAdapterMap } from 'parse5'
import { parse } from 'parse5'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { HARBOUR_MEETINGS } from '../builders/harbourRegister.ts'
import type { TestService } from '../builders/service.ts'
import { serviceOver } from '../builders/service.ts'

// A reader who follows every link of a small collection, from the start page on, finds a page behind each, and on it the place
// that the link names.

type Element = DefaultTreeAdapterMap['element']

interface ReadPage {
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
  /** What readers see. */
  readonly text: string
}

function readPage(html: string): ReadPage {
  const links: string[] = []
  const ids = new Set<string>()
  const texts: string[] = []
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value)
    if ('attrs' in node) noteAttributes(node, links, ids)
    if ('childNodes' in node && node.nodeName !== 'script') for (const child of node.childNodes) visit(child)
  }
  visit(parse(html))
  return { links, ids, text: texts.join(' ') }
}

function noteAttributes(element: Element, links: string[], ids: Set<string>): void {
  const attribute = (name: string): string | undefined =>
    element.attrs.find((given) => given.name === name)?.value
  const href = element.tagName === 'a' ? attribute('href') : undefined
  const id = attribute('id')
  if (href !== undefined) links.push(href)
  if (id !== undefined) ids.add(id)
}

const LONG_NAME = 'The Annual Review of the Harbour Bye-laws, Moorings, Slipways and Pontoons '.repeat(3)

const COLLECTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'three meetings of one body': HARBOUR_MEETINGS,
  'one document that is no minutes, of no meeting, person or day': {
    'leaflet.txt': 'Mooring in the harbour\n\nThe pontoons are open to all. Fees are paid at the kiosk.',
  },
  'one meeting': { 'minutes.txt': minutesText() },
  'a name that is long, and a document of few words': {
    'long.txt': minutesText({
      items: [`12. ${LONG_NAME}\n\n1. The Chief Executive said that fees had risen by 12%.`],
    }),
    'short.txt': 'None.',
  },
}

/** Words that a program says where a person would say something else. */
const UNREADY = /\b(?:undefined|null|NaN|\[object Object\])\b/
/** Pages of one collection that are read at most. */
const MOST_PAGES = 600

describe.each(Object.entries(COLLECTIONS))('%s', (_name, files) => {
  let service: TestService
  beforeAll(async () => {
    service = await serviceOver(files)
  })
  afterAll(async () => {
    await service.stop()
  })

  test('every link leads to a page, and every page is fit to be read', async () => {
    const faults: string[] = []
    const pages = new Map<string, ReadPage | null>()
    const waiting: { readonly from: string; readonly to: string }[] = [{ from: 'the address bar', to: '/' }]
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { from, to } = next
      const [address = '', place] = to.split('#')
      if (!pages.has(address) && pages.size < MOST_PAGES) {
        const reply = await request(service.app).get(address).redirects(2)
        const page = reply.type === 'text/html' ? readPage(reply.text) : null
        pages.set(address, page)
        if (reply.status !== 200) faults.push(`${from} -> ${to}: ${reply.status}`)
        if (page && UNREADY.test(page.text))
          faults.push(`${address} says ${UNREADY.exec(page.text)?.[0] ?? ''}`)
        for (const link of page?.links ?? [])
          if (isFollowed(link)) waiting.push({ from: address, to: wholeAddress(link, address) })
      }
      const page = pages.get(address)
      if (page && place !== undefined && place !== '' && !place.startsWith(':~:') && !page.ids.has(place))
        faults.push(`${from} -> ${to}: no such place on the page`)
    }
    expect([...new Set(faults)]).toEqual([])
    expect(pages.size).toBeGreaterThan(10)
    expect(pages.size).toBeLessThan(MOST_PAGES)
  }, 120_000)
})

/** Links of this service; of those that narrow a list by several things at once there is no end. */
function isFollowed(link: string): boolean {
  return /^[/#?]/.test(link) && !link.includes('&')
}

function wholeAddress(link: string, page: string): string {
  const { pathname, search, hash } = new URL(link, `http://record.example.org${page}`)
  return pathname + search + hash
}
