/** What is said to be at fault, by name and address. */
export interface Reported {
  /** As it is spoken of: `this paragraph`. */
  readonly what: string
  readonly address: string
}

/** The address of a message to those who run the service; null where nobody takes reports. */
export function faultReportHref(contact: string | null, { what, address }: Reported): string | null {
  if (contact === null) return null
  const subject = `A fault in ${what}: ${address}`
  const body = [`I have found a fault in ${what}:`, address, '', 'What is wrong:', '', ''].join('\r\n')
  const to = contact.split('@').map(encodeURIComponent).join('@')
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
