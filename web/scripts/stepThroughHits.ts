// Goes from hit to hit in a document by button and by key. The page's own links do the same without it.

const STEPS: Readonly<Record<string, number>> = { n: 1, p: -1 }

/** Does nothing on a page without hits. */
export function stepThroughHits(): void {
  const reading = document.querySelector<HTMLElement>('.app-reading')
  const list = document.querySelector<HTMLElement>('.app-hits__list')
  const position = document.querySelector<HTMLElement>('.app-hit-bar__position')
  const keys = document.querySelector<HTMLInputElement>('#hit-keys')
  if (reading && list && position && keys) followHits({ reading, list, position, keys })
}

interface HitPage {
  readonly reading: HTMLElement
  readonly list: HTMLElement
  readonly position: HTMLElement
  readonly keys: HTMLInputElement
}

function followHits({ reading, list, position, keys }: HitPage): void {
  const hits = [...document.querySelectorAll<HTMLElement>('.app-reader__paragraph--hit')]
  const entries = [...list.querySelectorAll('a')]
  let current = -1

  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    button.addEventListener('click', () => {
      step(Number(button.dataset.step))
    })
  }
  document.addEventListener('keydown', (event) => {
    const by = STEPS[event.key]
    if (by === undefined || !keys.checked || isForOthers(event)) return
    event.preventDefault()
    focus(step(by))
  })
  window.addEventListener('hashchange', followAddress)
  reading.classList.add('app-reading--live')
  followAddress()

  /** Makes the hit that the address names the current one; any other address leaves it as it is. */
  function followAddress(): void {
    const named = hits.findIndex(({ id }) => `#${id}` === location.hash)
    if (named >= 0) makeCurrent(named)
  }

  /** Goes on by one hit or back, from the last to the first and the other way round. */
  function step(by: number): HTMLElement | undefined {
    const from = current < 0 && by < 0 ? 0 : current
    makeCurrent((from + by + hits.length) % hits.length)
    const hit = hits[current]
    hit?.scrollIntoView()
    // The last of all: some browsers throw when the address changes too often, as it does while a key is held down.
    if (hit) history.replaceState(history.state, '', `#${hit.id}`)
    return hit
  }

  function makeCurrent(index: number): void {
    for (const former of [hits[current], entries[current]]) former?.removeAttribute('aria-current')
    current = index
    for (const shown of [hits[current], entries[current]]) shown?.setAttribute('aria-current', 'true')
    position.textContent = `Hit ${(index + 1).toLocaleString('en-GB')} of ${hits.length.toLocaleString('en-GB')}`
    const entry = entries[index]?.parentElement
    if (entry) list.scrollTop = entry.offsetTop - (list.clientHeight - entry.offsetHeight) / 2
  }
}

/** Reading goes on from a hit that a key led to. A button keeps the focus, to be pressed again. */
function focus(hit: HTMLElement | undefined): void {
  if (!hit) return
  hit.tabIndex = -1
  hit.focus({ preventScroll: true })
}

/** Is the key typed into a field, or part of a shortcut of the browser? */
function isForOthers({ target, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || isComposing) return true
  return target instanceof HTMLElement && target.closest('input, select, textarea') !== null
}
