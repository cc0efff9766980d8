import type { Context as Call } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { mac, sameText, sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import { holdsSecret } from './readable-path.ts'
import type { Services } from './services.ts'

/** Cookies and form marks of one call. Over https they get the __Host- prefix: then no other host can set them. */
const names = {
  session: 'lotsenwerk_session',
  visit: 'lotsenwerk_visit',
  flash: 'lotsenwerk_flash',
  device: 'lotsenwerk_device',
}

const isSecure = ({ config }: Services): boolean => config.baseUrl.startsWith('https://')
const nameOf = (services: Services, kind: keyof typeof names): string =>
  isSecure(services) ? `__Host-${names[kind]}` : names[kind]

function put(services: Services, call: Call, kind: keyof typeof names, value: string, maxAge?: number): void {
  setCookie(call, nameOf(services, kind), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(services),
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

export const readSessionCookie = (services: Services, call: Call): string | undefined =>
  getCookie(call, nameOf(services, 'session'))

export const writeSessionCookie = (services: Services, call: Call, secret: string): void =>
  put(services, call, 'session', secret)

export const clearSessionCookie = (services: Services, call: Call): void => {
  deleteCookie(call, nameOf(services, 'session'), { path: '/', secure: isSecure(services) })
}

const deviceSeconds = 180 * 24 * 3600

/** Stays when somebody signs out: it says that this browser is known, and opens nothing. */
export const readDeviceCookie = (services: Services, call: Call): string | undefined =>
  getCookie(call, nameOf(services, 'device'))

export const writeDeviceCookie = (services: Services, call: Call, secret: string): void =>
  put(services, call, 'device', secret, deviceSeconds)

/**
 * The token that every POST form carries: bound to the session, or, before sign-in, to a cookie of this visit.
 * Another site can make a browser send our cookies, but cannot know the token.
 */
export function csrfToken(services: Services, call: Call, justOpened?: string): string {
  const session = justOpened ?? readSessionCookie(services, call)
  if (session) return mac(services.secret, 'csrf session', sha256(session))
  let visit = getCookie(call, nameOf(services, 'visit'))
  if (!visit) {
    visit = newSecret()
    put(services, call, 'visit', visit)
  }
  return mac(services.secret, 'csrf visit', visit)
}

export function isOurForm(services: Services, call: Call, token: string | undefined): boolean {
  const session = readSessionCookie(services, call)
  const visit = getCookie(call, nameOf(services, 'visit'))
  const expected = session
    ? mac(services.secret, 'csrf session', sha256(session))
    : visit && mac(services.secret, 'csrf visit', visit)
  return expected !== undefined && token !== undefined && sameText(expected, token)
}

/** Whether the browser says that another site sent this. Browsers that say nothing are judged by the token alone. */
export function isForeignSite(call: Call): boolean {
  const site = call.req.header('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = call.req.header('origin')
  // Pages with a secret in their address send no referrer, and browsers then say "null".
  if (origin === 'null') return !holdsSecret(call.req.path)
  return origin !== undefined && URL.parse(origin)?.host !== call.req.header('host')
}

/** One sentence for the next page. Signed, so that nobody puts words into our mouth. */
export const writeFlash = (services: Services, call: Call, text: string): void =>
  put(services, call, 'flash', `${Buffer.from(text).toString('base64url')}.${mac(services.secret, 'flash', text)}`)

export function takeFlash(services: Services, call: Call): string | undefined {
  const [encoded = '', mark = ''] = (getCookie(call, nameOf(services, 'flash')) ?? '').split('.')
  if (!encoded) return undefined
  deleteCookie(call, nameOf(services, 'flash'), { path: '/', secure: isSecure(services) })
  const text = Buffer.from(encoded, 'base64url').toString('utf8')
  return sameText(mac(services.secret, 'flash', text), mark) ? text : undefined
}
