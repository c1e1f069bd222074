import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// Minutes that explain a short form, decide and act, and a paragraph of them by itself.

const FERRY = [
  '12. Ferry Service - Update',
  '(Item B1)',
  '1. The Chief Executive reported that the Vessel Registration Unit (VRU) had registered 1,250 ferries.',
  '2. The Chief Executive said that the VRU would move in April 2025.',
  'RESOLVED that the report be noted.',
].join('\n\n')

let service: TestService

beforeAll(async () => {
  service = await serviceOver({ '2024-10-harbour-minutes.txt': minutesText({ items: [FERRY] }) })
})
afterAll(() => service.stop())

const page = async (path: string, status = 200): Promise<string> =>
  (await request(service.app).get(path).expect(status)).text

const READER = '/documents/2024-10-harbour-minutes'

async function paragraphAddress(words: string): Promise<string> {
  const reply = await request(service.app)
    .get('/api/v1/search')
    .query({ q: `"${words}"` })
  return `/paragraphs/${(reply.body as { results: { paragraph: { id: string } }[] }).results[0]?.paragraph.id ?? ''}`
}

describe('a document as it is read', () => {
  test('a short form is a link once in an item, with what it stands for', async () => {
    const text = await page(READER)
    expect(text.match(/class="app-acronym"/g)).toHaveLength(1)
    expect(text).toContain(
      '(<a class="app-acronym" href="#acronym-vru" aria-describedby="acronym-vru-means" data-means="Vessel Registration Unit">VRU</a>)',
    )
    expect(text).toMatch(/id="acronym-vru-means"><span class="app-record">Vessel Registration Unit</)
  })

  test('a short form within a hit is marked and linked', async () => {
    const text = await page(`${READER}?q=VRU`)
    expect(text).toMatch(/<a class="app-acronym"[^>]*><mark>VRU<\/mark><\/a>/)
  })

  test('who speaks stands there when it changes, and a decision is called one', async () => {
    const text = await page(READER)
    expect(
      text.match(/class="app-reader__speaker"><a class="govuk-link" href="\/people\/m-ling"/g),
    ).toHaveLength(1)
    expect(text).toContain('<strong class="app-reader__sort">Decision</strong>')
  })

  test('leads to its meeting and its body', async () => {
    const text = await page(READER)
    expect(text).toMatch(/href="\/meetings\/[^"]+">Harbour Scrutiny Panel, 10 October 2024</)
    expect(text).toMatch(/href="\/bodies\/[^"]+">Harbour Scrutiny Panel</)
  })
})

describe('a paragraph by itself', () => {
  test('has its meeting, who speaks, and the day on which it was seen in the Harvard form alone', async () => {
    const text = await page(await paragraphAddress('would move in April'))
    expect(text).toMatch(/href="\/meetings\/[^"]+">Harbour Scrutiny Panel, 10 October 2024</)
    expect(text).toContain('href="/people/m-ling"')
    expect(text.match(/Accessed: /g)).toHaveLength(1)
    expect(text).toContain('@misc{2024-10-harbour-minutes.')
  })

  test('leads to its very words, and takes reports of faults', async () => {
    const address = await paragraphAddress('would move in April')
    const text = await page(address)
    expect(text).toContain(
      `href="https://record.example.org${address}#:~:text=The%20Chief%20Executive%20said,`,
    )
    expect(text).toContain(`mailto:record@harbour.example.org?subject=A%20fault%20in%20this%20paragraph`)
    expect(text).toContain(encodeURIComponent(`https://record.example.org${address}`))
  })
})

describe('an address of which there is nothing', () => {
  test('offers the document of a paragraph that is gone', async () => {
    const text = await page('/paragraphs/2024-10-harbour-minutes.gone', 404)
    expect(text).toContain(`href="${READER}"`)
    expect(text).toContain('value="harbour minutes"')
  })

  test.each(['/documents/2024-10-harbour-notes', '/paragraphs/2024-10-harbour.x1'])(
    '%s offers what begins alike',
    async (path) => {
      const text = await page(path, 404)
      expect(text).toContain('begins alike')
      expect(text).toContain(`href="${READER}"`)
    },
  )

  test('offers a search for its words where nothing is like it', async () => {
    const text = await page('/documents/x-ray_machine.2', 404)
    expect(text).not.toContain('begins alike')
    expect(text).toContain('value="x ray machine"')
  })

  test.each(['/documents/2024-anything-at-all', '/documents/2024-10-harmony'])(
    '%s shares no more than numbers and a part of a word with what there is',
    async (path) => {
      expect(await page(path, 404)).not.toContain('begins alike')
    },
  )

  test('keeps all letters of a paragraph that is of no document', async () => {
    expect(await page('/paragraphs/fraud', 404)).toContain('value="fraud"')
  })

  test('is told to programs as a problem, without a page', async () => {
    const reply = await request(service.app)
      .get('/api/v1/paragraphs/2024-10-harbour-minutes.gone')
      .expect(404)
    expect(reply.type).toBe('application/problem+json')
  })
})
