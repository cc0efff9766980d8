// Somebody who visits addresses: pages with a cookie and the mark of our forms, operations with a token. Redirects are not followed.
import type { App } from '#app/create-app.ts'
import { type ApiClient } from '../harness/clients.ts'
import { demoPassword, type TestHouse } from '../harness/house.ts'

export interface Seen {
  status: number
  text: string
  location: string
}

/** The body of a visit that is not a GET. */
export type Sent = { form: Record<string, string> } | { json: unknown } | { file: string } | { raw: string }

const base = 'http://127.0.0.1:3000'
const apiBase = '/api/v1'

export const isOperation = (path: string): boolean => path.startsWith(`${apiBase}/`)

export class Visitor {
  readonly #app: App
  readonly #client: ApiClient
  #cookies = new Map<string, string>()
  #mark = ''
  readonly #actingFor: string | undefined

  private constructor(app: App, client: ApiClient, actingFor: string | undefined) {
    this.#app = app
    this.#client = client
    this.#actingFor = actingFor
  }

  /** Without an address: a stranger, who has opened the sign-in page and nothing else. */
  static async enter(house: TestHouse, email?: string, actingFor?: string, app: App = house.app): Promise<Visitor> {
    const visitor = new Visitor(app, email ? await house.as(email) : house.stranger, actingFor)
    await visitor.#lookForMark('/anmeldung')
    if (email) {
      const { status } = await visitor.visit('POST', '/anmeldung', { form: { email, password: demoPassword } })
      if (status !== 303) throw new Error(`${email} could not sign in: ${status}`)
      await visitor.#lookForMark(actingFor ? '/handeln-fuer' : '/')
      if (actingFor) await visitor.visit('POST', '/handeln-fuer', { form: { organization: actingFor } })
    }
    return visitor
  }

  async visit(method: string, path: string, sent?: Sent): Promise<Seen> {
    if (isOperation(path)) {
      const headers: Record<string, string> = this.#actingFor ? { 'lotsenwerk-acting-for': this.#actingFor } : {}
      const reply = await this.#client.call(method, path.slice(apiBase.length), sent && operationBody(sent), headers)
      return { status: reply.status, text: reply.text, location: '' }
    }
    const response = await this.#app.request(base + path, {
      method,
      headers: {
        cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
        host: '127.0.0.1:3000',
        'sec-fetch-site': 'same-origin',
      },
      ...(sent && { body: this.#pageBody(sent) }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' }
  }

  async #lookForMark(path: string): Promise<void> {
    this.#mark = /name="_csrf" value="([^"]+)"/.exec((await this.visit('GET', path)).text)?.[1] ?? ''
    if (this.#mark === '') throw new Error(`${path} has no form`)
  }

  #pageBody(sent: Sent): URLSearchParams | FormData {
    if ('form' in sent) return new URLSearchParams({ _csrf: this.#mark, ...sent.form })
    const body = new FormData()
    body.set('_csrf', this.#mark)
    if ('file' in sent) body.set('file', new Blob([sent.file]), 'datei')
    return body
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function operationBody(sent: Sent): unknown {
  if ('json' in sent) return sent.json
  if ('raw' in sent) return sent.raw
  if ('form' in sent) return new URLSearchParams(sent.form).toString()
  const body = new FormData()
  body.set('file', new Blob([sent.file]), 'datei')
  return body
}
