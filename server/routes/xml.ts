import type { Response } from 'express'

/** What XML 1.0 cannot say at all, not even escaped: control characters, halves of surrogate pairs. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Answers with a view as XML. The views escape; a character that XML does not have is shown as U+FFFD. */
export async function sendXml(response: Response, view: string, values: object, type: string): Promise<void> {
  const text = await new Promise<string>((resolve, reject) => {
    response.render(view, values, (error: Error | null, rendered) => {
      if (error) reject(error)
      else resolve(rendered)
    })
  })
  response.type(type).send(text.replace(NOT_XML, '\ufffd'))
}
