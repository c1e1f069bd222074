import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { Refusal } from './refusal.ts'

type PdfJs = typeof import('pdfjs-dist')
type TextItem = Extract<Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number], { str: string }>

/** A piece of text as the file draws it: in one font, on one line. Places are in points, `base` grows downwards. */
export interface Run {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The line that its letters stand on. */
  readonly base: number
  /** Height of its font. */
  readonly size: number
  readonly bold: boolean
  /** Degrees, clockwise, by which it is turned; its places are those of the page turned back. */
  readonly angle: number
}

export interface PdfPage {
  /** What the file calls the page, where it says so. */
  readonly label: string | null
  readonly runs: readonly Run[]
}

const ONLY_ERRORS = 0
/** Pixels. No image is that small: none is unpacked. */
const LARGEST_IMAGE = 1
/** Bytes. The mark of the end stands in the last thousand or so; some programs leave rubbish after it. */
const END_BYTES = 8_192
/** Degrees. */
const QUARTER_TURN = 90
const TURN_TOLERANCE = 3
const BOLD_FONT = /bold|black|heavy|demi/i
const REMEDY = 'publish the file again'

/**
 * Reads the text of all pages, one page at a time.
 *
 * @throws Refusal where the file is encrypted, damaged or cut short
 */
export async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  if (!hasEnd(bytes)) throw new Refusal('it is damaged or cut short: its end is missing', REMEDY)
  loading ??= loadQuietly()
  const pdfjs = await loading
  const task = open(pdfjs, bytes)
  try {
    return await pagesOf(await task.promise)
  } catch (error) {
    throw refusalFor(error)
  } finally {
    await task.destroy()
  }
}

function hasEnd(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-END_BYTES))
  return end.includes('%%EOF') || end.includes('startxref')
}

let loading: Promise<PdfJs> | undefined

/** The library writes warnings when it is loaded where nothing can be drawn; nothing is. */
async function loadQuietly(): Promise<PdfJs> {
  const warn = console.warn
  console.warn = () => undefined
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}

/** The library keeps the bytes for itself, so it is given a copy. */
function open(pdfjs: PdfJs, bytes: Uint8Array): PDFDocumentLoadingTask {
  return pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: ONLY_ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
  })
}

async function pagesOf(pdf: PDFDocumentProxy): Promise<PdfPage[]> {
  const labels = await pdf.getPageLabels()
  const boldFonts = new Map<string, boolean>()
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push({ label: labels?.[number - 1] ?? null, runs: await runsOf(page, boldFonts) })
    page.cleanup()
  }
  return pages
}

function refusalFor(error: unknown): Refusal {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (name === 'PasswordException') {
    return new Refusal('it is encrypted with a password', 'publish the file again without a password')
  }
  return new Refusal(`it is damaged or cut short: ${message.replace(/\.$/, '')}`, REMEDY)
}

async function runsOf(page: PDFPageProxy, boldFonts: Map<string, boolean>): Promise<Run[]> {
  const { items } = await page.getTextContent()
  const texts = items.filter((item) => 'str' in item).filter(({ str }) => str !== '')
  await learnFonts(page, texts, boldFonts)
  const view: readonly number[] = page.getViewport({ scale: 1 }).transform
  return withoutOverprints(texts.map((item) => runOf(item, view, boldFonts)))
}

/** The names of fonts come only with the drawing of a page, so a page is asked for it only where a font is new. */
async function learnFonts(page: PDFPageProxy, items: readonly TextItem[], bold: Map<string, boolean>) {
  const unknown = new Set(items.map(({ fontName }) => fontName).filter((font) => !bold.has(font)))
  if (unknown.size === 0) return
  await page.getOperatorList()
  for (const font of unknown) bold.set(font, BOLD_FONT.test(fontName(page, font)))
}

function fontName(page: PDFPageProxy, font: string): string {
  if (!page.commonObjs.has(font)) return ''
  const known: unknown = page.commonObjs.get(font)
  const name = typeof known === 'object' && known !== null && 'name' in known ? known.name : ''
  return typeof name === 'string' ? name : ''
}

function runOf(item: TextItem, view: readonly number[], boldFonts: ReadonlyMap<string, boolean>): Run {
  const [a, b, c, d, x, y] = multiply(view, item.transform)
  const angle = roundAngle((Math.atan2(b, a) * 180) / Math.PI)
  const turn = (angle * Math.PI) / 180
  const left = x * Math.cos(turn) + y * Math.sin(turn)
  return {
    text: item.str,
    left,
    right: left + item.width,
    base: y * Math.cos(turn) - x * Math.sin(turn),
    size: Math.hypot(c, d),
    bold: boldFonts.get(item.fontName) ?? false,
    angle,
  }
}

type Matrix = [a: number, b: number, c: number, d: number, x: number, y: number]

function multiply(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [u = 1, v = 0, w = 0, z = 1, x = 0, y = 0] = inner
  return [a * u + c * v, b * u + d * v, a * w + c * z, b * w + d * z, a * x + c * y + e, b * x + d * y + f]
}

/** From 0 to 359; nearly a quarter turn is one. */
function roundAngle(degrees: number): number {
  const quarter = Math.round(degrees / QUARTER_TURN) * QUARTER_TURN
  const rounded = Math.abs(degrees - quarter) <= TURN_TOLERANCE ? quarter : Math.round(degrees)
  return (rounded + 360) % 360
}

/** Points. */
const OVERPRINT_GRID = 1

/** Text printed over itself, which makes it look bold, stands once. */
function withoutOverprints(runs: readonly Run[]): Run[] {
  const seen = new Set<string>()
  return runs.filter((run) => {
    if (run.text.trim() === '') return true
    const column = Math.round(run.left / OVERPRINT_GRID)
    const row = Math.round(run.base / OVERPRINT_GRID)
    const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => placeKey(run, column + dx, row + dy)))
    if (near.some((key) => seen.has(key))) return false
    seen.add(placeKey(run, column, row))
    return true
  })
}

function placeKey({ text, angle }: Run, column: number, row: number): string {
  return `${angle} ${column} ${row} ${text}`
}
