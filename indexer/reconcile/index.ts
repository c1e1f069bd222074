import type { Database } from '../../corpus/store/database.ts'
import { DERIVED_TABLES } from '../../corpus/store/schema.ts'
import { reconcileAcronyms } from './acronyms.ts'
import { reconcileConfirmations } from './confirmations.ts'
import { reconcileCopies } from './copies.ts'
import { reconcileMeetings } from './meetings.ts'
import { reconcilePeople } from './people.ts'
import { reconcileRegister } from './register/index.ts'

/**
 * Works out what only the whole collection knows, and replaces all derived tables. Reads rows in the order of their keys,
 * so that the result is the same whatever the order in which documents came.
 */
export async function reconcile(db: Database): Promise<void> {
  await db.transaction(async (transaction) => {
    for (const table of DERIVED_TABLES) await transaction(table).delete()
    await reconcileMeetings(transaction)
    await reconcilePeople(transaction)
    await reconcileCopies(transaction)
    await reconcileConfirmations(transaction)
    await reconcileAcronyms(transaction)
    await reconcileRegister(transaction)
  })
}
