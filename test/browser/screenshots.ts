import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listen, shippedService } from '../builders/service.ts'
import { installedChromium, launch } from './chromium.ts'
import { EVERY_PAGE } from './everyPage.ts'

// `npm run screenshots -- FOLDER [WORDS]`: a picture of every page, or of those whose names have the words, on a phone and on
// a desk. Pictures are cut off below, where the pages only go on.

const WIDTHS = [320, 1280]
const HEIGHT = 1_800

const [folder, words = ''] = process.argv.slice(2)
const executable = installedChromium()
if (folder === undefined || executable === null) {
  process.stderr.write(
    folder === undefined
      ? 'Name the folder that the pictures go to.\n'
      : 'No Chromium or Chrome is installed. CHROMIUM_PATH can name one.\n',
  )
  process.exit(2)
}

const service = await shippedService()
const site = await listen(service.app)
const browser = await launch(executable)
try {
  await mkdir(folder, { recursive: true })
  const page = await browser.newPage()
  for (const { name, path, follow } of EVERY_PAGE.filter((known) => known.name.includes(words))) {
    await page.goto(site.base + path)
    if (follow !== undefined)
      await page.goto(site.base + ((await page.locator(follow).first().getAttribute('href')) ?? path))
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT })
      await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, '-')}-${width}.png`) })
    }
  }
} finally {
  await browser.close()
  await site.close()
  await service.stop()
}
