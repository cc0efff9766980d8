// The list of a check on 901 controls, all answered (BSI's kernel; without the shared data the figure is left out), held against an empty
// signed-in page of the same server (at most 4 times).
import { sharedData } from '../test/fixtures/shared-data.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct } from './product.ts'

const requests = 150

export async function measure(): Promise<Figure[]> {
  const file = sharedData('oscal/BSI-Stand-der-Technik-Kernel-catalog.json')
  if (!file) return []
  const product = await startProduct()
  try {
    product.cli('catalog', 'import', file)
    const id = await answeredCheck(product)
    const cookie = await product.session('isb@musterstadt.example')
    const empty = `${product.base}/pruefungen/neu`
    const [list, outcome] = [`${product.base}/pruefungen/${id}/fragen`, `${product.base}/pruefungen/${id}/ergebnisse`]
    for (const url of [empty, list, outcome]) await each(url, cookie, 20)
    const least = await each(empty, cookie, requests)
    const questions = await each(list, cookie, requests)
    const results = await each(outcome, cookie, requests)
    return [
      figure('check', 'ms: list of questions of 901 answered / empty page (goal 4)', questions, 'ms', least),
      figure('check', 'ms: results of 901 answered / empty page', results, 'ms', least),
    ]
  } finally {
    await product.stop()
  }
}

/** Median of so many, one after the other. */
async function each(url: string, cookie: string, count: number): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const began = performance.now()
    const reply = await fetch(url, { headers: { cookie } })
    await reply.text()
    if (reply.status !== 200) throw new Error(`${url} answered ${reply.status}`)
    times.push(performance.now() - began)
  }
  return quantile(times, 0.5)
}

async function answeredCheck({ base, cli }: Product): Promise<string> {
  const token = (
    JSON.parse(cli('token', 'create', '--email', 'isb@musterstadt.example', '--json')) as { token: string }
  ).token
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const call = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const reply = await fetch(`${base}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}`)
    return (await reply.json()) as Body
  }
  const me = await call<{ actingFor: { id: string } }>('GET', '/me')
  const catalogs = await call<{ items: { id: string; controlCount: number }[] }>('GET', '/catalogs')
  const catalogId = catalogs.items.find(({ controlCount }) => controlCount === 901)?.id ?? ''
  const check = await call<{ id: string }>('POST', '/assessments', { organizationId: me.actingFor.id, catalogId })
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { items: { id: string }[]; next: string | null } = await call(
      'GET',
      `/catalogs/${catalogId}/controls?limit=200${cursor && `&cursor=${cursor}`}`,
    )
    for (const [at, control] of page.items.entries())
      await call('PUT', `/assessments/${check.id}/answers/${control.id}`, {
        answer: at % 3 === 0 ? 'no' : 'yes',
        note: 'Steht im Aktenplan.',
      })
    cursor = page.next
  }
  return check.id
}
