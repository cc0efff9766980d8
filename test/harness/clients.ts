// Two ways to speak to the application in a test: with a token as a program does, with cookies and forms as a browser without a script does.
import type { App } from '#app/create-app.ts'

export interface Reply<Body = Record<string, unknown>> {
  status: number
  body: Body
  text: string
  headers: Headers
}

const base = 'http://127.0.0.1:3000'

type Json = Record<string, unknown>

export class ApiClient {
  readonly #app: App
  readonly #headers: Record<string, string>

  constructor(app: App, token?: string) {
    this.#app = app
    this.#headers = token ? { authorization: `Bearer ${token}` } : {}
  }

  // A test says which shape it expects by naming the type; what is not there then fails the assertion.
  async call<Body = Json>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<Body>> {
    const raw = body instanceof FormData || typeof body === 'string' || body instanceof Uint8Array
    const type: Record<string, string> =
      body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }
    const response = await this.#app.request(`${base}/api/v1${path}`, {
      method,
      headers: { ...this.#headers, ...type, ...headers },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, text, headers: response.headers, body: parsed(text) as Body }
  }

  get = <Body = Json>(path: string, headers?: Record<string, string>) =>
    this.call<Body>('GET', path, undefined, headers)
  post = <Body = Json>(path: string, body: unknown = {}, headers?: Record<string, string>) =>
    this.call<Body>('POST', path, body, headers)
  put = <Body = Json>(path: string, body: unknown, headers?: Record<string, string>) =>
    this.call<Body>('PUT', path, body, headers)
  patch = <Body = Json>(path: string, body: unknown, headers?: Record<string, string>) =>
    this.call<Body>('PATCH', path, body, headers)

  /** The bytes of a file; what is refused throws. */
  async download(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.#app.request(`${base}/api/v1${path}`, { headers: this.#headers })
    if (response.status !== 200) throw new Error(await response.text())
    return new Uint8Array(await response.arrayBuffer())
  }

  upload<Body = Json>(path: string, content: string | Uint8Array<ArrayBuffer>, name = 'datei'): Promise<Reply<Body>> {
    const form = new FormData()
    form.set('file', new Blob([content]), name)
    return this.call<Body>('POST', path, form)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

export interface Page {
  status: number
  html: string
  /** Without tags, white space folded. */
  text: string
  url: string
  headers: Headers
}

/** Keeps cookies, follows redirects, sends the hidden token of a form back as a browser would. */
export class Browser {
  readonly #app: App
  readonly #cookies = new Map<string, string>()
  #last: Page | undefined

  constructor(app: App) {
    this.#app = app
  }

  async get(path: string): Promise<Page> {
    return this.#remember(await this.#fetch('GET', path))
  }

  /** Posts a form; the token comes from the page seen last, unless `fields` names one. */
  async post(path: string, fields: Record<string, string>): Promise<Page> {
    const body = new URLSearchParams({ _csrf: this.csrf(), ...fields })
    return this.#remember(await this.#fetch('POST', path, body))
  }

  async upload(
    path: string,
    content: string | Uint8Array<ArrayBuffer>,
    name: string,
    fields: Record<string, string> = {},
  ): Promise<Page> {
    const body = new FormData()
    body.set('_csrf', this.csrf())
    for (const [field, value] of Object.entries(fields)) body.set(field, value)
    body.set('file', new Blob([content]), name)
    return this.#remember(await this.#fetch('POST', path, body))
  }

  async signIn(email: string, password: string): Promise<Page> {
    await this.get('/anmeldung')
    return this.post('/anmeldung', { email, password, weiter: '/' })
  }

  csrf(): string {
    return /name="_csrf" value="([^"]+)"/.exec(this.#last?.html ?? '')?.[1] ?? ''
  }

  forget(): void {
    for (const name of this.#cookies.keys()) if (name.endsWith('session')) this.#cookies.delete(name)
  }

  async #fetch(method: string, path: string, body?: URLSearchParams | FormData): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.request(new URL(path, base).toString(), {
      method,
      headers: { cookie, host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
      ...(body ? { body } : {}),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const next = response.headers.get('location')
    if (response.status === 303 && next) return this.#fetch('GET', next)
    const html = await response.text()
    const text = html
      .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    return { status: response.status, html, text, url: path, headers: response.headers }
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (/max-age=0/i.test(line) || value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }

  #remember(page: Page): Page {
    this.#last = page
    return page
  }
}
