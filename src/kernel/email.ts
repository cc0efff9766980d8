const pattern = /^[^\s\p{C}@"(),:;<>[\]\\]+@[^\s\p{C}@.]+(\.[^\s\p{C}@.]+)+$/u

/** The one spelling under which an address is kept and looked up: trimmed, lower case. Undefined when it is no address. */
export function normalizeEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && pattern.test(email) ? email : undefined
}
