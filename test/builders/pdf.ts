import PDFDocument from 'pdfkit'

/** A text and where it stands: points from the left and from the top of an A4 page (595 by 842). */
export interface Drawn {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly bold?: boolean
  /** Height of the font in points; 11 if not given. */
  readonly size?: number
  /** Degrees, clockwise, around where it begins. */
  readonly turned?: number
}

export interface PdfOptions {
  readonly password?: string
}

const TEXT_SIZE = 11

/** A PDF of the given pages. */
export async function pdf(
  pages: readonly (readonly Drawn[])[],
  { password }: PdfOptions = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    ...(password !== undefined && { userPassword: password }),
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const page of pages) {
    document.addPage()
    for (const drawn of page) draw(document, drawn)
  }
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function draw(document: PDFKit.PDFDocument, { text, x, y, bold, size, turned }: Drawn): void {
  document.save()
  document.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size ?? TEXT_SIZE)
  if (turned !== undefined) document.rotate(turned, { origin: [x, y] })
  document.text(text, x, y, { lineBreak: false })
  document.restore()
}

/** Lines one below the other; an empty one leaves a gap. */
export function block(x: number, y: number, lines: readonly string[], spacing = 14): Drawn[] {
  return lines.map((text, index) => ({ text, x, y: y + index * spacing })).filter(({ text }) => text !== '')
}

/** Rows of cells that begin at the given places; an empty cell leaves its place free. */
export function grid(
  xs: readonly number[],
  y: number,
  rows: readonly (readonly string[])[],
  spacing = 14,
): Drawn[] {
  return rows.flatMap((cells, row) =>
    cells
      .map((text, column) => ({ text, x: xs[column] ?? 0, y: y + row * spacing }))
      .filter(({ text }) => text !== ''),
  )
}
