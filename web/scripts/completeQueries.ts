// Completes queries while they are typed: the "editable combobox with list autocomplete" of the ARIA Authoring Practices,
// with manual selection. Without it the box is a plain field; what is typed is searched for unless a suggestion is chosen.

interface Suggestion {
  readonly text: string
  readonly label: string
  readonly kind: string
  readonly count: number | null
}

/** Typing has paused when nothing came for so many milliseconds. */
const PAUSE_MS = 150

const KIND_LABELS: Readonly<Record<string, string>> = {
  role: 'said by',
  person: 'said by',
  part: 'part of a document',
  kind: 'kind of paragraph',
  field: 'search in a field',
  word: '',
}

/** In every field that says where completions are had. */
export function completeQueries(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) completeIn(input)
}

function completeIn(input: HTMLInputElement): void {
  const list = document.createElement('ul')
  const status = document.createElement('div')
  let suggestions: readonly Suggestion[] = []
  let chosen = -1
  let pause: number | undefined
  let request: AbortController | null = null

  list.id = `${input.id}-suggestions`
  list.className = 'app-suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Suggestions')
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')
  input.after(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)

  input.addEventListener('input', () => {
    stop()
    pause = window.setTimeout(() => void ask(), PAUSE_MS)
  })
  input.addEventListener('keydown', onKey)
  input.addEventListener('blur', stop)
  // Without this the field would lose the focus, and the list close, before the click is done.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
  })
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('li') : null
    if (option) accept(suggestions[[...list.children].indexOf(option)])
  })

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' && list.hidden) void ask()
    else if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp' && !list.hidden) choose(chosen < 0 ? suggestions.length - 1 : chosen - 1)
    else if (event.key === 'Escape' && !list.hidden) stop()
    else if (event.key === 'Enter' && chosen >= 0) accept(suggestions[chosen])
    else return
    event.preventDefault()
  }

  /** Closes the list, and waits for nothing any more. */
  function stop(): void {
    window.clearTimeout(pause)
    request?.abort()
    request = null
    show([])
  }

  async function ask(): Promise<void> {
    const typed = input.value
    // Completed is the end of the query: elsewhere in it the reader mends something.
    if (typed.trim() === '' || input.selectionStart !== typed.length) return
    request?.abort()
    const own = (request = new AbortController())
    const address = `${input.dataset.suggest ?? ''}?${new URLSearchParams({ q: typed }).toString()}`
    try {
      const reply = await fetch(address, { signal: own.signal })
      if (!reply.ok) return
      // The form is that of our own API.
      const { suggestions: found } = (await reply.json()) as { suggestions: readonly Suggestion[] }
      if (own !== request || document.activeElement !== input) return
      show(found)
      status.textContent =
        found.length === 0
          ? 'No suggestions'
          : `${found.length} ${found.length === 1 ? 'suggestion' : 'suggestions'}, to be chosen with the arrow keys`
    } catch {
      // It was called off, or the service does not answer: the field works without suggestions.
    }
  }

  function show(found: readonly Suggestion[]): void {
    suggestions = found
    chosen = -1
    list.replaceChildren(...found.map(toOption))
    list.hidden = found.length === 0
    if (found.length === 0) status.textContent = ''
    input.setAttribute('aria-expanded', String(found.length > 0))
    input.removeAttribute('aria-activedescendant')
  }

  /** Goes to a suggestion; before the first and after the last is the field itself. */
  function choose(index: number): void {
    list.children[chosen]?.setAttribute('aria-selected', 'false')
    chosen = index >= suggestions.length ? -1 : index
    const option = list.children[chosen]
    if (!option) {
      input.removeAttribute('aria-activedescendant')
      return
    }
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
  }

  function accept(suggestion: Suggestion | undefined): void {
    if (!suggestion) return
    stop()
    input.value = suggestion.text
    input.focus()
    // After the name of a field come its values.
    if (suggestion.kind === 'field') void ask()
  }

  function toOption({ label, kind, count }: Suggestion, index: number): HTMLLIElement {
    const option = document.createElement('li')
    option.id = `${list.id}-${index}`
    option.className = 'app-suggestions__option'
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const about = [
      KIND_LABELS[kind] ?? kind,
      count === null ? '' : `${count.toLocaleString('en-GB')} ${count === 1 ? 'paragraph' : 'paragraphs'}`,
    ]
    const small = document.createElement('span')
    small.className = 'app-suggestions__about'
    small.textContent = about.filter((words) => words !== '').join(', ')
    option.append(label, ' ', small)
    return option
  }
}
