// Puts a button under each citation that copies it. Without it, or without the right to write to the clipboard, a click
// selects the whole of a citation.

const SAID_MS = 4_000

/** Does nothing where the browser has no clipboard, as over plain HTTP. */
export function copyCitations(): void {
  const citations = document.querySelectorAll<HTMLElement>('.app-citation')
  // Unlike its type says, it is there in secure contexts only.
  if (citations.length === 0 || !('clipboard' in navigator)) return
  const status = document.createElement('div')
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')
  document.body.append(status)
  for (const citation of citations) citation.after(copyButton(citation, status))
}

function copyButton(citation: HTMLElement, status: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'app-copy govuk-button govuk-button--secondary'
  const what = document.createElement('span')
  what.className = 'govuk-visually-hidden'
  what.textContent = ` the ${citation.dataset.copy ?? 'address'}`
  const word = document.createTextNode('Copy')
  button.append(word, what)
  let said: number | undefined
  const say = (words: string): void => {
    word.data = words
    status.textContent = words
    window.clearTimeout(said)
    said = window.setTimeout(() => {
      word.data = 'Copy'
      status.textContent = ''
    }, SAID_MS)
  }
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(citation.textContent).then(
      () => {
        say('Copied')
      },
      () => {
        say('Not copied')
      },
    )
  })
  return button
}
