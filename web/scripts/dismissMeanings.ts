// What a short form stands for is shown by the stylesheet alone; this takes it away at Escape, until the pointer or the
// focus comes to it anew (WCAG 1.4.13).

const DISMISSED = 'app-acronym--dismissed'

export function dismissMeanings(): void {
  const shown = (): NodeListOf<Element> =>
    document.querySelectorAll(`.app-acronym:is(:hover, :focus):not(.${DISMISSED})`)
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const acronym of shown()) {
      acronym.classList.add(DISMISSED)
      const comesBack = (): void => {
        acronym.classList.remove(DISMISSED)
      }
      acronym.addEventListener('mouseleave', comesBack, { once: true })
      acronym.addEventListener('blur', comesBack, { once: true })
    }
  })
}
