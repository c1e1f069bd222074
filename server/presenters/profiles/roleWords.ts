import type { RoleHeld } from '../../../corpus/store/people.ts'
import { counted } from '../../counted.ts'
import { pathTo, rolePath } from '../../paths.ts'
import { datesOf } from '../named.ts'

/** A role that somebody held, ready to print. */
export function presentHeld(held: RoleHeld) {
  return {
    role: held.role,
    roleHref: rolePath(held.role),
    person: held.personName,
    personHref: pathTo('person', held.personId),
    body: held.bodyName,
    bodyHref: held.bodyId === null ? null : pathTo('body', held.bodyId),
    dates: datesHeld([held]),
    meetings: counted(held.meetings, 'meeting'),
  }
}

/** From the first to the last day on which the record says so, in whichever bodies. */
export function datesHeld(roles: readonly RoleHeld[]): string {
  return datesOf(roles) ?? 'the record gives no day'
}

/** The one of which the record speaks last. */
export function latestHeld(roles: readonly RoleHeld[]): RoleHeld | null {
  return roles.reduce<RoleHeld | null>(
    (latest, held) => (latest === null || (held.lastDate ?? '') >= (latest.lastDate ?? '') ? held : latest),
    null,
  )
}
