const pattern = /^[^\s\p{C}@"(),:;<>[\]\\]+@[^\s\p{C}@.]+(\.[^\s\p{C}@.]+)+$/u

/** The one spelling under which an address is kept and looked up: trimmed, lower case. Undefined when it is no address. */
export function normalizeEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && pattern.test(email) ? email : undefined
}

/** The mailbox behind an address: what stands after a plus reaches the same one. */
export const mailboxOf = (email: string): string => email.replace(/\+[^@]*(?=@)/, '')
