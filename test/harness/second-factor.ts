// An authenticator app: codes for a secret at the time of the house, and a second factor that is switched on.
import { Secret, TOTP } from 'otpauth'
import { demoPassword, type TestHouse } from './house.ts'

export const codeFor = (secret: string, house: TestHouse, seconds = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: house.clock.now().epochMilliseconds + seconds * 1000,
  })

/** So that no test waits for the next half minute, and none runs over its end. */
export const nextHalfMinute = (house: TestHouse, steps = 1): void => {
  const now = house.clock.now()
  house.clock.set(now.add({ milliseconds: 30_000 * steps - (now.epochMilliseconds % 30_000) + 1000 }))
}

export async function switchOn(house: TestHouse, email: string): Promise<{ secret: string; codes: string[] }> {
  nextHalfMinute(house)
  const client = await house.as(email)
  const begun = await client.post('/me/second-factor', { password: demoPassword })
  const secret = String(begun.body['secret'])
  const code = codeFor(secret, house)
  const { body } = await client.post<{ recoveryCodes: string[] }>('/me/second-factor/confirmation', { code })
  nextHalfMinute(house, 3)
  return { secret, codes: body.recoveryCodes }
}
