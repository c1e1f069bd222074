import { canonicalRole } from '../analysis/roles.ts'

/** The record names a person in a role: on a list of those who attended, or as a speaker. */
export interface RoleMention {
  readonly personId: string
  readonly role: string
  readonly bodyId: string | null
  readonly meetingId: string | null
  readonly date: string | null
  readonly documentId: string
}

/** A row of `role_holders`. */
export interface RoleHolder {
  readonly role: string
  readonly person_id: string
  readonly body_id: string
  readonly first_date: string | null
  readonly last_date: string | null
  readonly meetings: number
  readonly first_document_id: string
  readonly last_document_id: string
}

/** Roles that many hold at a time: to be a member is no post with a succession. */
const SHARED_ROLES: ReadonlySet<string> = new Set([
  'Member',
  'Panel Member',
  'Councillor',
  'Officer',
  'Report author',
])

/**
 * Who held which role in which body, from the first to the last day on which the record says so. Nothing is said of the
 * days between: another may have held it.
 */
export function roleHoldersOf(mentions: readonly RoleMention[]): RoleHolder[] {
  const groups = new Map<string, RoleMention[]>()
  for (const mention of mentions) {
    const role = canonicalRole(mention.role)
    if (role === null || SHARED_ROLES.has(role)) continue
    const key = [role, mention.personId, mention.bodyId ?? ''].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), { ...mention, role }])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => holderOf(group))
}

function holderOf(mentions: readonly RoleMention[]): RoleHolder[] {
  const sorted = [...mentions].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  const dated = sorted.filter(({ date }) => date !== null)
  const first = dated[0] ?? sorted[0]
  const last = dated.at(-1) ?? sorted.at(-1)
  if (!first || !last) return []
  return [
    {
      role: first.role,
      person_id: first.personId,
      body_id: first.bodyId ?? '',
      first_date: first.date,
      last_date: last.date,
      meetings: new Set(mentions.map(({ meetingId, documentId }) => meetingId ?? documentId)).size,
      first_document_id: first.documentId,
      last_document_id: last.documentId,
    },
  ]
}

function sortKey({ date, documentId }: RoleMention): string {
  return `${date ?? ''} ${documentId}`
}
