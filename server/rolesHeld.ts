import type { Database } from '../corpus/store/database.ts'
import type { RoleHeld } from '../corpus/store/people.ts'
import { listRolesHeld } from '../corpus/store/people.ts'
import { groupedBy } from './groupedBy.ts'

/** Who held which role, read once for each generation. */
export interface RolesHeld {
  readonly byRole: ReadonlyMap<string, readonly RoleHeld[]>
  readonly byPerson: ReadonlyMap<string, readonly RoleHeld[]>
}

export async function loadRolesHeld(db: Database): Promise<RolesHeld> {
  const all = await listRolesHeld(db)
  return {
    byRole: groupedBy(all, ({ role }) => role),
    byPerson: groupedBy(all, ({ personId }) => personId),
  }
}
