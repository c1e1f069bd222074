import { slugOf } from '../../corpus/model/slug.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Generation } from '../generations.ts'
import { pathTo } from '../paths.ts'

/** Who speaks in a paragraph, in order of speaking: by name where there is one, else by role, with the page of either. */
export function presentSpeakers(
  { paragraph, people }: Pick<ParagraphInContext, 'paragraph' | 'people'>,
  { profiles }: Pick<Generation, 'profiles'>,
) {
  return paragraph.speakers.map(({ role, name }, index) => {
    const person = people[index] ?? null
    const shown = name ?? person?.name ?? null
    const profile = profiles.rolesById.get(slugOf(role))
    return {
      name: shown,
      personHref: person === null ? null : pathTo('person', person.id),
      role,
      roleHref: profile === undefined ? null : pathTo('role', profile.id),
    }
  })
}
