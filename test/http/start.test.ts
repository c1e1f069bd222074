import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { HARBOUR_MEETINGS } from '../builders/harbourRegister.ts'
import type { TestService } from '../builders/service.ts'
import { serviceOver, shippedService } from '../builders/service.ts'

/** Pages of a service over an invented collection, which goes when the tests are done. */
function over(open: () => Promise<TestService>) {
  let service: TestService
  beforeAll(async () => {
    service = await open()
  }, 300_000)
  afterAll(() => service.stop())
  const page = async (path: string): Promise<string> =>
    (await request(service.app).get(path).expect(200)).text
  return { page, start: () => page('/'), documents: () => page('/documents') }
}

const unescaped = (html: string): string =>
  html
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&ldquo;', '\u201c')
    .replaceAll('&rdquo;', '\u201d')

/** What a reader sees of a stretch of a page. */
const shown = (html: string): string =>
  unescaped(html.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

interface ShownLink {
  readonly href: string
  readonly text: string
}

function linksOf(html: string): ShownLink[] {
  return [...html.matchAll(/<a class="govuk-link" href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, href, text]) => ({
      href: unescaped(href ?? ''),
      text: shown(text ?? ''),
    }),
  )
}

/** The section of the page under a heading of that id; empty where there is none. */
const section = (html: string, id: string): string =>
  new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's').exec(html)?.[0] ?? ''

const examplesOn = (html: string): ShownLink[] => linksOf(section(html, 'examples'))

describe('the start page over three meetings of the Harbour Scrutiny Panel', () => {
  const { start, page, documents } = over(() => serviceOver(HARBOUR_MEETINGS))

  test('has one box, which searches and takes questions', async () => {
    const html = await start()
    expect(html.match(/<form/g)).toHaveLength(1)
    expect(html).toContain('action="/search"')
    expect(shown(html)).toContain('Search the record, or ask a question')
  })

  test('says what the collection holds', async () => {
    expect(shown(section(await start(), 'collection'))).toBe(
      'What this collection holds 3 documents of 3 meetings, 10 October 2024 to 5 December 2024. ' +
        'Harbour Scrutiny Panel 3 meetings, 10 October 2024 to 5 December 2024.',
    )
  })

  test('has the latest meetings first, with what there is of each', async () => {
    const latest = section(await start(), 'latest')
    expect(linksOf(latest).map(({ text }) => text)).toEqual([
      'Harbour Scrutiny Panel, 5 December 2024',
      'Harbour Scrutiny Panel, 14 November 2024',
      'Harbour Scrutiny Panel, 10 October 2024',
      'All meetings',
    ])
    expect(linksOf(latest)[0]?.href).toBe('/meetings/harbour-scrutiny-panel-2024-12-05')
    expect(shown(latest)).toContain(
      '10 October 2024 Minutes \u00b7 2 decisions \u00b7 3 commitments and actions',
    )
  })

  test('asks what can be asked of this collection', async () => {
    expect(examplesOn(await start()).map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'What did the Harbour Scrutiny Panel decide on 5 December 2024?',
        'What should the Chief Executive have done by now?',
        'How did \u201cpassengers used the ferry\u201d change over time?',
        'Which questions were to be answered after the meeting?',
        'Have we decided on \u201cFerry Service - Update\u201d before?',
      ]),
    )
  })

  test('asks nothing that leads to nothing', async () => {
    await followAll(examplesOn(await start()), page)
  })

  test('names what is open, with the way to it all', async () => {
    const open = section(await start(), 'commitments')
    expect(linksOf(open).at(-1)).toEqual({
      href: '/commitments?state=open',
      text: 'All 3 open commitments and actions',
    })
    expect(open).toContain('agreed to circulate the dredging survey')
  })

  test('tells feed readers what can be followed', async () => {
    const html = await start()
    const feeds = [
      ...html.matchAll(/<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]*)"/g),
    ]
    const addresses = feeds.map(([, href]) => unescaped(href ?? ''))
    expect(addresses).toHaveLength(3)
    for (const address of addresses) expect(await page(address)).toBeDefined()
  })

  test('has its documents by body and year, the latest first', async () => {
    const html = await documents()
    expect(/<h2[^>]*>(.*?)<\/h2>/.exec(html)?.[1]).toBe('Harbour Scrutiny Panel')
    expect([...html.matchAll(/<h3[^>]*>(.*?)<\/h3>/g)].map(([, year]) => year)).toEqual(['2024'])
    const days = [...shown(html).matchAll(/Minutes, (\d+ \w+ \d{4}),/g)].map(([, day]) => day)
    expect(days).toEqual(['5 December 2024', '14 November 2024', '10 October 2024'])
  })
})

describe('the start page where more than a year lies between two meetings', () => {
  const { start } = over(() =>
    serviceOver({
      'a.txt': minutesText({ date: 'Thursday 6 October 2022' }),
      'b.txt': minutesText({ date: 'Thursday 10 October 2024' }),
    }),
  )

  test('says between which days there are no minutes', async () => {
    expect(shown(section(await start(), 'collection'))).toContain(
      'No minutes between 6 October 2022 and 10 October 2024.',
    )
  })
})

describe('the start page over one document', () => {
  const PLAIN = 'The harbour wall was painted by the crew of the dredger in the spring of that year.'

  describe('that names no meeting, nobody, no day and no topic', () => {
    const { start, page, documents } = over(() => serviceOver({ 'wall.txt': PLAIN }))

    test('says so, and leaves out what there is not', async () => {
      const html = await start()
      expect(shown(section(html, 'collection'))).toBe(
        'What this collection holds 1 document . No meeting with a date was found in it.',
      )
      for (const id of ['latest', 'commitments', 'topics']) expect(section(html, id)).toBe('')
      expect(shown(html)).not.toMatch(/null|undefined|\b0 /)
    })

    test('asks what it can', async () => {
      const examples = examplesOn(await start())
      expect(examples.map(({ text }) => text)).toEqual([
        `Is this on record, word for word? \u201cThe harbour wall was painted by the crew of the dredger in the\u2026\u201d`,
      ])
      await followAll(examples, page)
    })

    test('offers no feed by date', async () => {
      expect(await start()).not.toContain('Newest paragraphs')
    })

    test('lists it among those that name no body', async () => {
      expect(shown(await documents())).toContain('Documents that name no body Without a date')
    })
  })

  describe('of one meeting, without commitments', () => {
    const { start, page } = over(() =>
      serviceOver({
        'one.txt': minutesText({ items: ['12. Ferry\n\n(Item B1)\n\n1. The ferry was late.'] }),
      }),
    )

    test('counts in the singular', async () => {
      const html = await start()
      expect(shown(section(html, 'collection'))).toContain('1 document of 1 meeting, 10 October 2024.')
      expect(section(html, 'commitments')).toBe('')
    })

    test('asks what was discussed where nothing was decided', async () => {
      const examples = examplesOn(await start())
      expect(examples.map(({ text }) => text)).toContain(
        'What did the Harbour Scrutiny Panel discuss on 10 October 2024?',
      )
      await followAll(examples, page)
    })
  })
})

describe('the start page over the shipped documents', () => {
  const { start, page } = over(shippedService)

  test('has three examples for each kind of user, and each leads to something', async () => {
    const examples = examplesOn(await start())
    expect(examples).toHaveLength(9)
    await followAll(examples, page)
  }, 60_000)

  test('asks whether a sentence is on record that is there word for word', async () => {
    const check = examplesOn(await start()).find(({ href }) => href.startsWith('/check'))
    expect(shown(await page(check?.href ?? ''))).toContain('word for word')
  })

  test('has the gaps, what is overdue and the topics', async () => {
    const html = await start()
    expect(shown(section(html, 'collection'))).toContain(
      'No minutes between 24 September 2019 and 27 September 2022',
    )
    expect(linksOf(section(html, 'commitments')).map(({ href }) => href)).toContain(
      '/commitments?state=overdue&sort=due',
    )
    expect(linksOf(section(html, 'topics'))).toContainEqual({
      href: '/topics/mental-health',
      text: 'mental health',
    })
  })
})

/** Follows every example to words of the record. A meeting's page always has the meeting. */
async function followAll(examples: readonly ShownLink[], page: (path: string) => Promise<string>) {
  expect(examples.length).toBeGreaterThan(0)
  const latest = linksOf(section(await page('/'), 'latest')).map(({ href }) => href)
  for (const { href } of examples)
    if (href.startsWith('/meetings/')) expect(latest).toContain(href)
    else expect(`${href} ${await page(href)}`).toContain('app-record')
}
