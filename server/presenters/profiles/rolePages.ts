import { counted } from '../../counted.ts'
import type { Generation } from '../../generations.ts'
import { PATHS, pathTo } from '../../paths.ts'
import type { RoleProfile } from '../../profiles/profiles.ts'
import type { PageHead } from '../pageHead.ts'
import { presentCommitmentSection, presentEntrySection } from './entrySection.ts'
import { datesHeld, latestHeld, presentHeld } from './roleWords.ts'
import { feedOf, findSaid, jsonOf, sharesOf } from './said.ts'

const SHOWN_TOPICS = 10

const ROLES: PageHead = {
  title: 'Roles',
  description: 'The posts in which people speak in the record, who held them and when.',
  path: PATHS.roles,
  section: 'people',
  crumbs: [{ label: 'People', href: PATHS.people }],
  alternates: [jsonOf(PATHS.apiRoles)],
}

export function presentRoles({ profiles }: Generation) {
  return {
    head: ROLES,
    roles: profiles.roles.map(({ id, name, paragraphs, holders }) => {
      const latest = latestHeld(holders)
      return {
        name,
        href: pathTo('role', id),
        paragraphs,
        holders: new Set(holders.map(({ personId }) => personId)).size,
        latest: latest && {
          ...presentHeld(latest),
          dates: datesHeld(holders.filter(({ personId }) => personId === latest.personId)),
        },
      }
    }),
  }
}

export async function presentRole(role: RoleProfile, generation: Generation) {
  const filters = { role: [role.name] }
  const of = `of the ${role.name}`
  const [said, ...sections] = await Promise.all([
    findSaid(generation, filters),
    presentEntrySection('questions', 'Asked in this role', filters, of, generation),
    presentCommitmentSection('Promised or given to do', { owner: [role.name] }, of, generation),
  ])
  return {
    head: headOf(role),
    name: role.name,
    holders: [...role.holders].reverse().map(presentHeld),
    withoutHolders: role.holders.length > 0 ? null : withoutHolders(role),
    said,
    topics: sharesOf(said, 'topic', SHOWN_TOPICS, generation),
    sections: sections.filter(({ total }) => total > 0),
  }
}

function withoutHolders({ isReportVoice }: RoleProfile): string {
  return isReportVoice
    ? 'This is the voice of written reports, which as a rule name no speaker.'
    : 'Many people speak in this role, or the record does not say who holds it: no holders are listed.'
}

function headOf({ id, name, paragraphs, holders }: RoleProfile): PageHead {
  const people = [...new Set(holders.map(({ personName }) => personName))]
  const by = people.length === 0 ? '' : `, held by ${people.join(', ')}`
  return {
    title: name,
    description: `${name}${by}: what was said in the role (${counted(paragraphs, 'paragraph')}), asked and promised.`,
    path: pathTo('role', id),
    section: 'people',
    crumbs: [
      { label: 'People', href: PATHS.people },
      { label: 'Roles', href: PATHS.roles },
    ],
    alternates: [feedOf({ role: [name] }, `of the ${name}`), jsonOf(pathTo('apiRole', id))],
  }
}
