import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Generation } from '../generations.ts'
import { pathTo, rolePath } from '../paths.ts'

/** Who speaks in a paragraph, in order of speaking: by name where there is one, else by role, with the page of either. */
export function presentSpeakers(
  { paragraph, people }: Pick<ParagraphInContext, 'paragraph' | 'people'>,
  { rolesHeld }: Pick<Generation, 'rolesHeld'>,
) {
  return paragraph.speakers.map(({ role, name }, index) => {
    const person = people[index] ?? null
    const shown = name ?? person?.name ?? null
    return {
      name: shown,
      personHref: person === null ? null : pathTo('person', person.id),
      role,
      // A role that the record connects with nobody has no page.
      roleHref: rolesHeld.byRole.has(role) ? rolePath(role) : null,
    }
  })
}
