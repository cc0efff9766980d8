// Requests with hand-made headers and cookies, for what no well-behaved client would send.
import type { App } from '#app/create-app.ts'
import { runVerb } from '#app/operator.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { TestHouse } from '../harness/house.ts'

export const origin = 'http://127.0.0.1:3000'

/** Name → value of the cookies that an answer sets; a deleted one is an empty text. */
export const cookiesOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    response.headers.getSetCookie().map((line) => {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      return [pair.slice(0, at), /max-age=0/i.test(line) ? '' : pair.slice(at + 1)]
    }),
  )

export const cookieHeader = (cookies: Record<string, string>): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

/** Posts a form as a browser does; every header can be given. */
export async function postForm(
  app: App,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return app.request(origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { host: '127.0.0.1:3000', ...headers },
  })
}

export const csrfIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** A session by hand: cookies after the sign-in, and the token that its forms carry. */
export async function openSession(
  app: App,
  email: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<{ cookie: string; csrf: string; cookies: Record<string, string> }> {
  const page = await app.request(`${origin}/anmeldung`, { headers })
  const visit = cookiesOf(page)
  const fields = { _csrf: csrfIn(await page.text()), email, password, weiter: '/' }
  const signedIn = await postForm(app, '/anmeldung', fields, { cookie: cookieHeader(visit), ...headers })
  if (signedIn.status !== 303) throw new Error(`sign-in answered ${signedIn.status}`)
  const cookies = { ...visit, ...cookiesOf(signedIn) }
  const start = await app.request(`${origin}/`, { headers: { cookie: cookieHeader(cookies), ...headers } })
  return { cookie: cookieHeader(cookies), csrf: csrfIn(await start.text()), cookies }
}

/** A token as a header, for requests that are made by hand. */
export async function bearerOf({ services }: TestHouse, email: string): Promise<{ authorization: string }> {
  const done = await runVerb(services, 'token create', { email })
  if (isRefusal(done)) throw new Error(done.refused)
  return { authorization: `Bearer ${String(done.data['token'])}` }
}
