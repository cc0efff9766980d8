import { Secret, TOTP } from 'otpauth'
import type { Temporal } from 'temporal-polyfill'

/** Six figures, new each half minute, SHA-1: what every authenticator app understands. */
const period = 30

const generator = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Lotsenwerk', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/** 160 bits, in the letters that apps take when the picture cannot be scanned. */
export const newOneTimeSecret = (): string => new Secret({ size: 20 }).base32

/** What the picture says to the app. */
export const oneTimeUri = (secret: string, email: string): string => generator(secret, email).toString()

/** The half minute (counted since 1970) to which this code belongs: the current one or its neighbours; undefined for a wrong code. */
export function matchingStep(secret: string, code: string, now: Temporal.Instant): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = now.epochMilliseconds
  const delta = generator(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta
}

/** In groups of four, to be typed. */
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? ''
