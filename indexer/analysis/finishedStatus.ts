/** What an action's status is printed as where it is done: `Completed`. */
export const FINISHED_STATUSES: readonly string[] = ['closed', 'complete', 'completed', 'discharged', 'done']

/** Does a printed status say that the action is done? `Not completed` and `To be closed` do not. */
export function isFinishedStatus(status: string | null): boolean {
  return status !== null && FINISHED_STATUSES.includes(status.trim().toLowerCase().replace(/\.$/, ''))
}
