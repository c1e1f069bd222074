import { strToU8, zipSync } from 'fflate'

/** What a DOCX of a test is made of: the insides of its XML files. */
export interface DocxParts {
  /** The paragraphs and tables of `w:body`. */
  readonly body: string
  /** The lists of `w:numbering`. */
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  readonly header?: string
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES = [
  `xmlns:w="${WORD}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const PARTS = ['numbering', 'styles', 'footnotes', 'header'] as const

/** A Word document as small as one can be. */
export function docx({ body, ...parts }: DocxParts): Uint8Array {
  const present = PARTS.filter((name) => parts[name] !== undefined)
  const roots = { numbering: 'w:numbering', styles: 'w:styles', footnotes: 'w:footnotes', header: 'w:hdr' }
  return zip({
    '[Content_Types].xml': `<Types xmlns="${CONTENT_TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(present.map((name) => [name, `${name}.xml`])),
    'word/document.xml': element('w:document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(
      present.map((name) => [`word/${name}.xml`, element(roots[name], parts[name] ?? '')]),
    ),
  })
}

/** A ZIP file of texts by their paths. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}

/** A paragraph; `properties` are the insides of `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`
}

/** A stretch of text; `properties` are the insides of `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph of a list. */
export function item(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (content: string): string => `<w:tc>${content}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** The definition of lists by the form and pattern of each level (`['decimal', '%1.']`). */
export function listDefinition(
  id: number,
  ...levels: readonly (readonly [form: string, pattern: string])[]
): string {
  const written = levels.map(
    ([form, pattern], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${pattern}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum>`
}

/** A list of a definition, its first level starting at a number of its own where one is given. */
export function list(id: number, definition: number, startAt?: number): string {
  const override =
    startAt === undefined
      ? ''
      : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${startAt}"/></w:lvlOverride>`
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${override}</w:num>`
}

function element(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name} ${NAMESPACES}>${content}</${name}>`
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const written = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${RELATIONSHIPS}">${written.join('')}</Relationships>`
}
