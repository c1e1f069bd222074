import { BULLET, numberInForm, type NumberForm } from './listLabels.ts'
import { attribute, type HtmlElement } from './htmlTree.ts'
import { child, childrenOf, elementsOf, numberOf, valueOf, type WordXml } from './wordXml.ts'

/** Where a paragraph stands in a numbered list; `level` is null where only a style tells it. */
export interface NumberingPlace {
  readonly list: string | null
  readonly level: number | null
}

interface Level {
  readonly start: number
  readonly format: string
  /** `%1.%2`: its own number and those of the levels above it. */
  readonly pattern: string
  /** Numbers of all levels are written in figures. */
  readonly isLegal: boolean
  /** The level, from 1, after which it starts again; 0 where it never does. */
  readonly restartsAfter: number
  readonly style: string | null
}

/** A list as used: lists may share one definition, and count on together. */
interface List {
  readonly definition: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that begin at a number of their own when this list begins. */
  readonly starts: ReadonlyMap<number, number>
}

const LEVELS = 9
const FORMS: Readonly<Record<string, NumberForm>> = {
  decimal: 'decimal',
  decimalZero: 'decimalZero',
  lowerLetter: 'lowerLetter',
  upperLetter: 'upperLetter',
  lowerRoman: 'lowerRoman',
  upperRoman: 'upperRoman',
  ordinal: 'ordinal',
}
/** Bullets that are written as they are; any other, often a sign of a special font, as a round one. */
const PLAIN_BULLET = /^[-\u2010-\u2015*]$/

/** Counts the numbers of Word's lists, paragraph by paragraph. */
export class WordNumbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(xml: WordXml) {
    this.#lists = readLists(xml)
  }

  /** The label of the next paragraph at a place, and counts it; null where it has none. */
  next(place: NumberingPlace, style: string | null): string | null {
    const list = this.#lists.get(place.list ?? '')
    if (!list || place.list === null) return null
    const depth = place.level ?? levelOfStyle(list, style)
    const level = list.levels.get(depth)
    if (!level) return null
    const counts = this.#count(place.list, list, depth, level)
    if (level.format === 'none' && level.pattern === '') return null
    return level.format === 'bullet' ? bullet(level.pattern) : written(list, level, counts)
  }

  #count(name: string, list: List, depth: number, level: Level): readonly (number | undefined)[] {
    const counts = this.#counts.get(list.definition) ?? []
    this.#counts.set(list.definition, counts)
    this.#begin(name, list, depth, counts)
    counts[depth] = (counts[depth] ?? level.start - 1) + 1
    for (let below = depth + 1; below < LEVELS; below++) {
      const restartsAfter = list.levels.get(below)?.restartsAfter ?? below
      if (restartsAfter !== 0 && depth < restartsAfter) counts[below] = undefined
    }
    return counts
  }

  /** A list that starts at a number of its own does so when a paragraph of the level first uses it. */
  #begin(name: string, list: List, depth: number, counts: (number | undefined)[]): void {
    const start = list.starts.get(depth)
    const key = `${name}/${depth}`
    if (start === undefined || this.#begun.has(key)) return
    this.#begun.add(key)
    counts[depth] = start - 1
  }
}

function levelOfStyle(list: List, style: string | null): number {
  for (const [depth, level] of list.levels) if (level.style !== null && level.style === style) return depth
  return 0
}

function bullet(sign: string): string {
  return PLAIN_BULLET.test(sign) ? sign : BULLET
}

/** The pattern with the numbers of its levels; one that has not been counted yet shows where it starts. */
function written(list: List, own: Level, counts: readonly (number | undefined)[]): string | null {
  const label = own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const depth = Number(digit) - 1
    const level = list.levels.get(depth)
    if (!level || level.format === 'none') return ''
    const form = own.isLegal ? 'decimal' : (FORMS[level.format] ?? 'decimal')
    return numberInForm(counts[depth] ?? level.start, form, 'bb')
  })
  return label.trim() === '' ? null : label.trim()
}

function readLists(xml: WordXml): ReadonlyMap<string, List> {
  const definitions = elementsOf(xml.root, 'w:abstractnum')
  const lists = new Map<string, List>()
  for (const element of elementsOf(xml.root, 'w:num')) {
    const name = attribute(element, 'w:numid')
    const definition = definitionOf(definitions, valueOf(child(element, 'w:abstractnumid')))
    if (name !== null && definition) lists.set(name, readList(element, definition))
  }
  return lists
}

/** A definition that only names a style of lists stands for the one that defines the style. */
function definitionOf(definitions: readonly HtmlElement[], id: string | null): HtmlElement | undefined {
  const found = definitions.find((element) => attribute(element, 'w:abstractnumid') === id)
  const style = found && valueOf(child(found, 'w:numstylelink'))
  const linked = style && definitions.find((element) => valueOf(child(element, 'w:stylelink')) === style)
  return linked === '' ? found : (linked ?? found)
}

function readList(element: HtmlElement, definition: HtmlElement): List {
  const levels = new Map(readLevels(definition))
  const starts = new Map<number, number>()
  for (const override of childrenOf(element, 'w:lvloverride')) {
    const depth = depthOf(override)
    for (const [at, level] of readLevels(override)) levels.set(at, level)
    const start = numberOf(child(override, 'w:startoverride'))
    if (start !== null) starts.set(depth, start)
  }
  return { definition: attribute(definition, 'w:abstractnumid') ?? '', levels, starts }
}

function readLevels(parent: HtmlElement): [number, Level][] {
  return childrenOf(parent, 'w:lvl').map((element) => [depthOf(element), readLevel(element)])
}

function readLevel(element: HtmlElement): Level {
  const legal = child(element, 'w:islgl')
  return {
    start: numberOf(child(element, 'w:start')) ?? 0,
    format: valueOf(child(element, 'w:numfmt')) ?? 'decimal',
    pattern: valueOf(child(element, 'w:lvltext')) ?? '',
    isLegal: legal !== null && !['0', 'false'].includes(valueOf(legal) ?? ''),
    restartsAfter: numberOf(child(element, 'w:lvlrestart')) ?? depthOf(element),
    style: valueOf(child(element, 'w:pstyle')),
  }
}

function depthOf(element: HtmlElement): number {
  return Number(attribute(element, 'w:ilvl') ?? 0)
}
