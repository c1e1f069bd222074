import { zipSync } from 'fflate'
import { parseFragment } from 'parse5'
import type { ExtractedText } from '../../corpus/model/extractedText.ts'
import { linesOfHtml, type Meaning } from './htmlLines.ts'
import { attribute, classesOf, textOf, type HtmlElement } from './htmlTree.ts'
import { Refusal } from './refusal.ts'
import { LABEL_STYLE, withLabels } from './wordLabels.ts'
import { unpackDocx, type WordFiles } from './zipFile.ts'

const LIST_LEVELS = 9
const LABEL_CLASS = 'label'
const LISTED_CLASS = 'listed'
/** Characters of the longest label that Word writes before a paragraph. */
const LONGEST_LABEL = 100
const NOTE = /^(?:foot|end)note-/
const LINK_BACK = /^#(?:foot|end)note-ref-/
const DEEPEST_HEADING = 6

/** How Word's styles are written in HTML. Headings come before lists: a numbered heading is one. */
const STYLE_MAP: readonly string[] = [
  `r.${LABEL_STYLE} => span.${LABEL_CLASS}`,
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...range(LIST_LEVELS).flatMap((level) => headingRules(level)),
  ...range(LIST_LEVELS).flatMap((level) => listRules(level)),
]

function headingRules(level: number): string[] {
  const tag = `h${Math.min(level, DEEPEST_HEADING)}:fresh`
  return [`p.Heading${level} => ${tag}`, `p[style-name='heading ${level}'] => ${tag}`]
}

function listRules(level: number): string[] {
  return ['ordered', 'unordered'].map((kind) => `p:${kind}-list(${level}) => p.${LISTED_CLASS}:fresh`)
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

/**
 * A Word document as a reader sees it: with the numbers of its lists, changes accepted, notes at the end, without the
 * heads and feet of its pages.
 *
 * @throws Refusal where the file is no DOCX, is damaged, unpacks to too much, or has no text
 */
export async function extractDocx(bytes: Uint8Array): Promise<ExtractedText> {
  const html = await convert(labelled(unpackDocx(bytes)))
  const extracted = linesOfHtml(parseFragment(html), wordMeaning)
  if (extracted.lines.length === 0)
    throw new Refusal('it has no text', 'publish its text; pictures of text are not read')
  return extracted
}

/** The document again, its labels written out. */
function labelled(files: WordFiles): Uint8Array {
  const texts = Object.keys(files).filter((name) => /^word\/document\d*\.xml$/.test(name))
  const written = texts.map((path) => [path, new TextEncoder().encode(withLabels(files, path))] as const)
  return zipSync({ ...files, ...Object.fromEntries(written) }, { level: 0 })
}

async function convert(docx: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docx) },
      { styleMap: [...STYLE_MAP], convertImage },
    )
    return value
  } catch {
    throw new Refusal('it is a damaged Word document', 'open it in Word and save it again')
  }
}

/** What the HTML made of a Word document means, beyond what HTML says. */
function wordMeaning(element: HtmlElement): Meaning | null {
  const classes = classesOf(element)
  if (element.tagName === 'span' && classes.includes(LABEL_CLASS))
    return { isMuted: true, label: textOf(element, LONGEST_LABEL) }
  if (classes.includes(LISTED_CLASS)) return { isListed: true }
  if (element.tagName === 'li' && NOTE.test(attribute(element, 'id') ?? ''))
    return { label: noteMark(element) }
  if (element.tagName === 'a' && LINK_BACK.test(attribute(element, 'href') ?? '')) return { isMuted: true }
  return null
}

/** The mark that refers to a note in the text: notes are counted in the order of their marks. */
function noteMark(note: HtmlElement): string {
  const notes = note.parentNode?.childNodes.filter((node) => node.nodeName === 'li') ?? []
  return `[${notes.indexOf(note) + 1}]`
}
