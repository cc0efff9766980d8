import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'
import { createMiddleware } from 'hono/factory'
import { randomBytes } from 'node:crypto'
import { holdsSecret, readablePath } from './readable-path.ts'
import type { Services } from './services.ts'

/** What every call carries besides the request itself. */
export interface CallVariables {
  requestId: string
  /** The fields of the form that was read, should the request fail. */
  typed?: Record<string, string> | undefined
}

export type Call = HonoContext<{ Variables: CallVariables }>

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Short enough to be read out on the telephone: K7Q2-M2XW-19PD. */
export const newRequestId = (): string =>
  Array.from(randomBytes(12), (byte, at) => (at > 0 && at % 4 === 0 ? '-' : '') + letters[byte % 32]).join('')

/** The client's address: behind trusted proxies the last one that none of them is. */
export function clientAddress({ config }: Services, call: Call): string {
  const direct = directAddress(call)
  if (!config.trustedProxies.includes(direct)) return direct
  const chain = (call.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  return chain.toReversed().find((address) => !config.trustedProxies.includes(address)) ?? direct
}

/** Who holds the other end of the connection: a client, or a proxy. */
export function directAddress(call: Call): string {
  try {
    return getConnInfo(call).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // in tests there is no socket
  }
}

/** Request id, security headers and one log line per request; no query, no body, no cookie, no secret of a link is logged. */
export const accompany = (services: Services) =>
  createMiddleware<{ Variables: CallVariables }>(async (call, next) => {
    const began = performance.now()
    const requestId = newRequestId()
    call.set('requestId', requestId)
    await next()
    setSecurityHeaders(services, call, requestId)
    services.log.info('request', {
      requestId,
      method: call.req.method,
      path: readablePath(call.req.path),
      status: call.res.status,
      ms: Math.round((performance.now() - began) * 10) / 10,
    })
  })

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "img-src 'self' data:", // KERN's icons are masks with data: addresses
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

function setSecurityHeaders({ config }: Services, call: Call, requestId: string): void {
  const { headers } = call.res
  headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', holdsSecret(call.req.path) || call.req.query('weiter') ? 'no-referrer' : 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  headers.set('x-request-id', requestId)
  if (config.baseUrl.startsWith('https://'))
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}
