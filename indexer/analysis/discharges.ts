/** What an action's status is printed as where it is done. */
const FINISHED_STATUSES: ReadonlySet<string> = new Set([
  'closed',
  'complete',
  'completed',
  'discharged',
  'done',
])

/** Does a printed status say that the action is done? `Not completed` and `To be closed` do not. */
export function isFinishedStatus(status: string | null): boolean {
  return status !== null && FINISHED_STATUSES.has(status.trim().toLowerCase().replace(/\.$/, ''))
}

const DISCHARGED = /\b(?:discharged|completed|closed)\b/i
const NOT_DISCHARGED =
  /\b(?:not|never|to be|until|once|when|be|being|nearly|almost|partly) (?:\w+ )?(?:discharged|completed|closed)\b/i

/** The word with which an update says that its action is discharged, completed or closed; null where none says so. */
export function dischargeIn(text: string): string | null {
  return NOT_DISCHARGED.test(text) ? null : (DISCHARGED.exec(text)?.[0] ?? null)
}
