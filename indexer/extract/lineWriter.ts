import type { Span } from '../../corpus/model/document.ts'
import type { ExtractedText, SourceLine } from '../../corpus/model/extractedText.ts'

/** How a stretch of text is set. */
export interface TextStyle {
  readonly strong: boolean
  readonly furniture: boolean
  readonly headingLevel: number | null
}

/** The line that is being written; of a table's row, the cell. */
interface Draft {
  text: string
  hasSpace: boolean
  furniture: boolean
  headingLevel: number | null
  letters: number
  strongLetters: number
}

/** What a reader sees before the next text: the number of an item, a bullet. */
interface Label {
  readonly text: string
  /** Is it written even where no text follows in its block? */
  readonly standsAlone: boolean
}

/** Between blocks: a blank line, as a reader sees it. */
const BLANK = 1
/** Characters that nobody sees: soft hyphens, zero width spaces, byte order marks. */
const INVISIBLE = /[\u00ad\u200b\ufeff]/g
const LETTER = /\p{L}/gu
const CUT_MARK = /\s?(?:\.\.\.|\u2026)$/

/** Collects the text of a tree to lines, and builds the source that they point into. */
export class LineWriter {
  readonly #lines: SourceLine[] = []
  readonly #source: string[] = []
  #length = 0
  #draft = emptyDraft()
  #cells: string[] | null = null
  #label: Label | null = null
  #blankBefore = 0

  get lineCount(): number {
    return this.#lines.length
  }

  /** Adds text, white space collapsed. Furniture and the record share no line. */
  write(raw: string, style: TextStyle): void {
    for (const piece of raw.replace(INVISIBLE, '').match(/\s+|\S+/g) ?? []) {
      if (piece.trim() === '') this.space()
      else this.#writeWord(piece, style)
    }
  }

  space(): void {
    this.#draft.hasSpace = this.#draft.text !== ''
  }

  /** The label that the next text carries; one that waits already goes before it, unless it is a bullet. */
  expectLabel(text: string, standsAlone = false): void {
    const waiting = this.#label && /[\p{L}\p{N}]/u.test(this.#label.text) ? `${this.#label.text} ` : ''
    this.#label = { text: waiting + text, standsAlone }
  }

  dropLabel(): void {
    this.#label = null
  }

  /** Writes a label that no text has followed as a line of its own. */
  flushLabel(): void {
    if (!this.#label || this.#draft.text !== '') return
    this.#draft.text = this.#label.text
    this.#label = null
  }

  /** A mark that the line is cut short (`...`) goes over to the line after it. */
  moveCutMark(): void {
    const mark = CUT_MARK.exec(this.#draft.text)
    if (!mark || this.#cells) return
    this.#draft.text = this.#draft.text.slice(0, mark.index)
    this.endLine(0)
    this.expectLabel(mark[0].trim())
  }

  endBlock(): void {
    this.endLine(BLANK)
  }

  /** What `<br>` does: a new line; where there is none to end, a blank one. */
  breakLine(): void {
    if (this.#draft.text === '') this.#blankBefore = BLANK
    else this.endLine(0)
  }

  /** No blank line before the next line. */
  closeUp(): void {
    if (this.#draft.text === '') this.#blankBefore = 0
  }

  startRow(): void {
    this.endBlock()
    this.#cells = []
  }

  endCell(): void {
    if (this.#label?.standsAlone) this.flushLabel()
    this.#cells?.push(this.#draft.text)
    this.#draft = { ...this.#draft, text: '', hasSpace: false }
  }

  endRow(): void {
    const cells = this.#cells ?? []
    this.#cells = null
    if (cells.some((cell) => cell !== '')) this.#addLine(cells, BLANK)
    this.#draft = emptyDraft()
  }

  /** @param blank blank lines before the next line */
  endLine(blank: number): void {
    if (this.#cells) return
    if (this.#label?.standsAlone) this.flushLabel()
    if (this.#draft.text === '') return
    this.#addLine([this.#draft.text], blank)
    this.#draft = emptyDraft()
  }

  finish(): ExtractedText {
    this.flushLabel()
    this.endBlock()
    return { source: this.#source.join('\n'), lines: this.#lines, pages: null, wrapped: false }
  }

  #writeWord(word: string, style: TextStyle): void {
    if (!this.#cells && this.#draft.text !== '' && this.#draft.furniture !== style.furniture) this.endLine(0)
    const draft = this.#draft
    if (draft.text === '') {
      draft.text = this.#label ? `${this.#label.text} ` : ''
      this.#label = null
      draft.furniture = style.furniture
      draft.headingLevel = style.furniture ? null : style.headingLevel
    }
    const letters = word.match(LETTER)?.length ?? 0
    draft.letters += letters
    if (style.strong) draft.strongLetters += letters
    draft.text += (draft.hasSpace ? ' ' : '') + word
    draft.hasSpace = false
  }

  #addLine(cells: readonly string[], blank: number): void {
    const { furniture, headingLevel, letters, strongLetters } = this.#draft
    const row = rowOf(cells, this.#length)
    this.#lines.push({
      text: row.text,
      offsets: row.offsets,
      cells: cells.length > 1 ? row.cells : [],
      headingLevel,
      strong: letters > 0 && strongLetters === letters,
      furniture,
      listItem: false,
      blankBefore: this.#lines.length === 0 ? 0 : this.#blankBefore,
      pageStart: false,
      page: null,
      pageLabel: null,
    })
    const source = cells.join('\t')
    this.#source.push(source)
    this.#length += source.length + 1
    this.#blankBefore = blank
  }
}

function emptyDraft(): Draft {
  return { text: '', hasSpace: false, furniture: false, headingLevel: null, letters: 0, strongLetters: 0 }
}

interface Row {
  readonly text: string
  readonly offsets: readonly number[]
  readonly cells: readonly Span[]
}

/** Cells as one text: a space between those that have words, while in the source a tab follows each. */
function rowOf(cells: readonly string[], start: number): Row {
  let text = ''
  const offsets: number[] = []
  const spans: [number, number][] = []
  let at = start
  for (const cell of cells) {
    if (text !== '' && cell !== '') {
      text += ' '
      offsets.push(at - 1)
    }
    spans.push([text.length, text.length + cell.length])
    text += cell
    for (let index = 0; index < cell.length; index++) offsets.push(at + index)
    at += cell.length + 1
  }
  return { text, offsets, cells: spans }
}
