import { describe, expect, test } from '@jest/globals'
import type { SourceLine } from '../../../corpus/model/extractedText.ts'
import { fileFormat } from '../../../indexer/extract/fileFormat.ts'
import { extractHtml } from '../../../indexer/extract/html.ts'
import { extract } from '../../../indexer/extract/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const linesOf = (html: string): readonly SourceLine[] => extractHtml(bytes(html)).lines
const textsOf = (html: string): string[] => linesOf(html).map(({ text }) => text)
const cellsOf = ({ text, cells }: SourceLine): string[] => cells.map(([start, end]) => text.slice(start, end))
/** The lines of the record, and those of the website around it. */
const partsOf = (html: string): { record: string[]; furniture: string[] } => ({
  record: linesOf(html).flatMap(({ text, furniture }) => (furniture ? [] : [text])),
  furniture: linesOf(html).flatMap(({ text, furniture }) => (furniture ? [text] : [])),
})

describe('what is an HTML page, whatever its name says', () => {
  test.each([
    ['\ufeff \n<!DOCTYPE html><p>x', 'an HTML page'],
    ['<?xml version="1.0"?>\n<!-- saved -->\n<HTML>', 'an HTML page'],
    ['<div class="minutes">x</div>', 'an HTML page'],
    ['<table><tr><td>x', 'an HTML page'],
    ['<getmeeting><title>x</title></getmeeting>', 'text'],
    ['<table of contents', 'an HTML page'],
    ['<pending> items', 'text'],
    ['a < b', 'text'],
  ])('%j is %s', (text, format) => {
    expect(fileFormat(bytes(text))).toBe(format)
  })
})

describe('encodings', () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))
  const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
  test.each([
    ['UTF-8 that is not declared', bytes('<p>Café')],
    ['UTF-8 with a byte order mark', bytes('\ufeff<p>Café')],
    ['declared in a meta element', latin('<meta charset="iso-8859-1"><p>Café')],
    [
      'declared as of HTTP',
      latin('<meta http-equiv=content-type content="text/html; charset=latin1"><p>Café'),
    ],
    ['declared in XML', latin('<?xml version="1.0" encoding="ISO-8859-1"?><p>Café')],
    ['windows-1252 that is not declared', latin('<p>Café')],
    ['an encoding that nobody knows', bytes('<meta charset="klingon"><p>Café')],
    ['UTF-16 with a byte order mark', utf16('\ufeff<p>Café')],
    ['UTF-16 without one', utf16('<p>Café')],
  ])('%s', async (_, content) => {
    expect((await extract(content)).lines.map(({ text }) => text)).toEqual(['Café'])
  })
})

describe('lines', () => {
  test.each<[string, string, string[]]>([
    [
      'blocks part lines, inline elements do not',
      '<p>The <i>Board</i> met.<div>It agreed',
      ['The Board met.', 'It agreed'],
    ],
    ['line ends of the source are white space', '<p>The Board\n  met&nbsp; again', ['The Board met again']],
    [
      'a break begins a line',
      '<p>Town Hall<br>Quay Street<br/>Seaton',
      ['Town Hall', 'Quay Street', 'Seaton'],
    ],
    [
      'lines of preformatted text stay',
      '<pre>Present: A\nApologies: B</pre>',
      ['Present: A', 'Apologies: B'],
    ],
    ['raised and lowered text is plain', '<p>on the 4<sup>th</sup>, CO<sub>2</sub>', ['on the 4th, CO2']],
    [
      'what is not shown is left out',
      '<p>A<script>x()</script><style>p{}</style><span hidden>x</span>',
      ['A'],
    ],
    [
      'nor what only a reader aloud skips',
      '<p>A<i aria-hidden="true">x</i><i style="display: none">y</i>',
      ['A'],
    ],
    ['nor comments and controls', '<p>A<!-- x --><button>Go</button><select><option>1</select>', ['A']],
    ['entities that are encoded twice stay as shown', '<p>Fees &amp;amp; Charges', ['Fees &amp; Charges']],
    ['characters that nobody sees are dropped', '<p>har&shy;bour', ['harbour']],
    ['elements that are not closed', '<p>A<b>B<p>C', ['AB', 'C']],
    ["Word's own numbers and bullets", '<p>1.&nbsp;&nbsp; First<p>·&nbsp; second', ['1. First', '· second']],
  ])('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts)
  })

  test('offsets point at the same characters of the source', () => {
    const { source, lines } = extractHtml(
      bytes('<h1>Minutes</h1><ul><li>a  b</ul><table><tr><td>c<td><td>d e<tr><td>f<td>g<td>h</table>'),
    )
    expect(source).toBe('Minutes\n\u2022 a b\nc\t\td e\nf\tg\th')
    for (const { text, offsets } of lines)
      expect(offsets.map((at) => source[at]?.replace('\t', ' ')).join('')).toBe(text)
  })

  test('headings and strong type', () => {
    const html =
      '<h2>Item <b>4</b></h2><p><b>Decision</b>:<p><strong>The</strong> fee<p style="font-weight:700">Noted'
    expect(linesOf(html).map(({ text, headingLevel, strong }) => [text, headingLevel, strong])).toEqual([
      ['Item 4', 2, false],
      ['Decision:', null, true],
      ['The fee', null, false],
      ['Noted', null, true],
    ])
  })

  test('blank lines part blocks, but not items, rows or broken lines', () => {
    const html =
      '<p>A<ul><li>B<li><p>C<ol><li>D</ol></ul><p>E<br>F<table><tr><td>G<td>x<tr><td>H<td>x</table>'
    expect(linesOf(html).map(({ text, blankBefore }) => `${blankBefore} ${text}`)).toEqual([
      '0 A',
      '1 \u2022 B',
      '0 \u2022 C',
      '0 1. D',
      '1 E',
      '0 F',
      '1 G x',
      '0 H x',
    ])
  })

  test('a hundred thousand nested elements', () => {
    expect(textsOf('<div>'.repeat(100_000) + 'deep')).toEqual(['deep'])
  })

  test('a page without text is refused', () => {
    expect(() => extractHtml(bytes('<html><script>x()</script></html>'))).toThrow('it has no text')
  })
})

describe('lists, with the numbers that a reader sees', () => {
  test.each<[string, string, string[]]>([
    ['bullets', '<ul><li>A<li>B</ul>', ['\u2022 A', '\u2022 B']],
    ['numbers', '<ol><li>A<li>B</ol>', ['1. A', '2. B']],
    ['letters', '<ol type=a start=26><li>A<li>B</ol>', ['z. A', 'aa. B']],
    ['Roman numbers', '<ol type=I start=3><li>A<li>B</ol>', ['III. A', 'IV. B']],
    ['by style', '<ol style="list-style-type: lower-roman"><li>A</ol>', ['i. A']],
    ['none by style', '<ol style="list-style: none"><li>(a) A</ol>', ['(a) A']],
    ['a value', '<ol><li>A<li value=7>B<li>C</ol>', ['1. A', '7. B', '8. C']],
    ['backwards', '<ol reversed><li>A<li>B</ol>', ['2. A', '1. B']],
    ['nested', '<ol><li>A<ol type=a><li>B</ol><li>C</ol>', ['1. A', 'a. B', '2. C']],
    ['an item that begins with a list', '<ol><li><ol type=a><li>A</ol></ol>', ['1. a. A']],
    ['an item of several paragraphs', '<ol><li><p>A<p>B</ol>', ['1. A', 'B']],
    ['an empty item', '<ul><li></li></ul><p>A', ['A']],
  ])('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts)
  })
})

describe('tables', () => {
  test('rows of data keep their cells, empty and wide ones too', () => {
    const html = `<table><tr><th>Member<th>For<th>Against<tr><td>Cllr Pike<td>x<td>
      <tr><td colspan=2>Cllr<br>Roach<td>x</table>`
    expect(linesOf(html).map(cellsOf)).toEqual([
      ['Member', 'For', 'Against'],
      ['Cllr Pike', 'x', ''],
      ['Cllr Roach', 'x'],
    ])
  })

  test.each<[string, string, string[]]>([
    ['one row', '<tr><td>Menu<td>Minutes', ['Menu', 'Minutes']],
    ['one column', '<tr><td>A<tr><td>B', ['A', 'B']],
    ['several blocks in a cell', '<tr><td>A<td><p>B<p>C<tr><td>D<td>E', ['A', 'B', 'C', 'D', 'E']],
    ['a list in a cell', '<tr><td>A<td><ul><li>B</ul><tr><td>D<td>E', ['A', '\u2022 B', 'D', 'E']],
    ['a table in a cell', '<tr><td>A<td><table><tr><td>B</table><tr><td>D<td>E', ['A', 'B', 'D', 'E']],
    [
      'item numbers beside titles',
      '<tr><td>54.<td>Petitions<tr><td>55.<td>Fees',
      ['54. Petitions', '55. Fees'],
    ],
    ['a number beside several blocks', '<tr><td>3a<td><h3>Fees</h3><p>Noted.', ['3a Fees', 'Noted.']],
    [
      'a number beside long prose',
      `<tr><td>No.<td>Minute<tr><td>4<td>${'The Board noted it. '.repeat(10)}`,
      ['No.', 'Minute', `4 ${'The Board noted it. '.repeat(10).trim()}`],
    ],
    ['a number beside nothing', '<tr><td>7.<td><tr><td>A<td><p>B<p>C', ['7.', 'A', 'B', 'C']],
  ])('laid out by a table: %s', (_, rows, texts) => {
    const lines = linesOf(`<table>${rows}</table>`)
    expect(lines.map(({ text }) => text)).toEqual(texts)
    expect(lines.flatMap(({ cells }) => cells)).toEqual([])
  })
})

describe('what belongs to the website is furniture', () => {
  test.each<[string, string]>([
    ['navigation', '<nav>x</nav>'],
    ['the foot of the page', '<footer>x</footer>'],
    ['the head of the page', '<header>x</header>'],
    ['by role', '<div role="search">x</div>'],
    ['what stands beside', '<aside>x</aside>'],
    ['breadcrumbs', '<ol class="breadcrumb" style="list-style:none"><li>x</ol>'],
    ['cookies', '<div id="cookie-banner">x</div>'],
  ])('%s', (_, html) => {
    expect(partsOf(`${html}<p>Minutes`)).toEqual({ record: ['Minutes'], furniture: ['x'] })
  })

  test.each<[string, string]>([
    ['the head of an article', '<article><header>Minutes</header></article>'],
    ['a link within the page', '<a href="#item4">Minutes</a>'],
    ['a page whose class tells of cookies', '<body class="cookies-accepted"><p>Minutes'],
  ])('but not %s', (_, html) => {
    expect(partsOf(html)).toEqual({ record: ['Minutes'], furniture: [] })
  })

  test('all that stands outside the one main part', () => {
    const html =
      '<a href="#m">Skip to content</a><p>Seaton Council<div role="main" id=m><p>Minutes</div><p>Contact us'
    expect(partsOf(html)).toEqual({
      record: ['Minutes'],
      furniture: ['Skip to content', 'Seaton Council', 'Contact us'],
    })
  })
})

describe("ModernGov's meeting pages", () => {
  const PAGE = `<div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
    <h2 class="mgSubTitleTxt"><a href="mgCommitteeDetails.aspx?ID=7">Harbour Board - Thursday 10 October 2024 2.00 pm</a></h2>
    <ul class="mgActionList"><li><a href="mgMeetingAttendance.aspx?ID=1">Attendance details</a></ul>
    <p><span class="mgLabel">Venue: </span>Town Hall. <a href="mgLocationDetails.aspx?RID=1">View directions</a></p>
    <table class="mgItemTable"><caption class="mgSectionTitle">Items</caption>
    <tr><th class="mgHide">No.<th class="mgHide">Item
    <tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI1"></a>54.</p>
    <td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s1/Fees.pdf">Mooring
      Fees <span class="mgFileSize">PDF 99 KB</span></a></p>
    <div class="mgWordPara"><p class="MsoNormal">To set the
      fees.</p><p class="MsoNormal">&nbsp;</p></div>
    <p class="mgSubItemTitleTxt">Additional documents:</p>
    <ul class="mgBulletList"><li><a href="documents/s2/Annex.pdf">Annex</a></ul>
    <p class="mgSubItemTitleTxt">Minutes:</p>
    <div class="mgWordPara"><p>1.&nbsp;&nbsp; The Board noted &nbsp;...&nbsp;
      <a href="mgAi.aspx?ID=1">view the full minutes text for item 54.</a></p></div>
    <tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">55.</p><td><p class="mgAiTitleTxt">Petitions</p>
    </table></div>`

  test('items and their parts are headings; links and documents are furniture', () => {
    const lines = linesOf(PAGE)
    expect(
      lines.map(
        ({ text, headingLevel, furniture }) => `${furniture ? 'site' : (headingLevel ?? '-')} ${text}`,
      ),
    ).toEqual([
      '1 Agenda and minutes',
      '2 Harbour Board - Thursday 10 October 2024 2.00 pm',
      'site \u2022 Attendance details',
      '- Venue: Town Hall.',
      'site View directions',
      'site Items',
      'site No.',
      'site Item',
      '3 54. Mooring Fees',
      'site PDF 99 KB',
      '- To set the fees.',
      'site Additional documents:',
      'site \u2022 Annex',
      '4 Minutes:',
      '- 1. The Board noted',
      'site ... view the full minutes text for item 54.',
      '3 55. Petitions',
    ])
  })
})
