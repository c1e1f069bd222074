import lighthouse from 'lighthouse'
import { installedChromium, launch } from '../browser/chromium.ts'
import { freePort } from '../builders/program.ts'
import { listen, shippedService } from '../builders/service.ts'

// `npm run lighthouse`: four pages of the shipped documents as Lighthouse sees them, on a phone with a slow network. The
// service, the browser and Lighthouse are on this machine, and nothing is fetched from elsewhere. Exit status 1 where a score
// is below the least, 2 where there is no browser.

const LEAST_SCORE = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** The last is the first entry of its list. */
const PAGES = [
  { name: 'start', path: '/' },
  { name: 'results', path: '/search?q=burglary' },
  { name: 'reader', path: '/documents/2022-12-06-police-and-crime-panel-agenda-pack' },
  { name: 'commitment', path: '/commitments', link: /class="app-hit__title"><a[^>]*href="([^"]+)"/ },
]

interface Audited {
  /** Of 100, in the order of the categories. */
  readonly scores: readonly number[]
  /** What cost points, each with what Lighthouse shows of it. */
  readonly losses: readonly string[]
}

async function audit(address: string, port: number): Promise<Audited> {
  const result = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: 'error' })
  if (!result) throw new Error(`Lighthouse has nothing to say of ${address}`)
  const { categories, audits } = result.lhr
  return {
    scores: CATEGORIES.map((name) => Math.round(100 * (categories[name]?.score ?? 0))),
    losses: Object.values(audits)
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, displayValue }) => [id, displayValue].filter(Boolean).join(': ')),
  }
}

async function addressOf(base: string, { path, link }: (typeof PAGES)[number]): Promise<string> {
  if (link === undefined) return base + path
  const list = await (await fetch(base + path)).text()
  return base + (link.exec(list)?.[1] ?? path)
}

const executable = installedChromium()
if (executable === null) {
  process.stderr.write('No Chromium or Chrome is installed. CHROMIUM_PATH can name one.\n')
  process.exit(2)
}
const service = await shippedService()
const site = await listen(service.app)
const port = await freePort()
const browser = await launch(executable, [`--remote-debugging-port=${port}`])
try {
  process.stdout.write(`${['page', ...CATEGORIES].join('\t')}\n`)
  for (const page of PAGES) {
    const { scores, losses } = await audit(await addressOf(site.base, page), port)
    process.stdout.write(`${[page.name, ...scores].join('\t')}\n`)
    for (const loss of losses) process.stdout.write(`\t${loss}\n`)
    if (scores.some((score) => score < LEAST_SCORE)) process.exitCode = 1
  }
} finally {
  await browser.close()
  await site.close()
  await service.stop()
}
