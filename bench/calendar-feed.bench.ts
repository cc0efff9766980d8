// A calendar feed of 5,000 dates, held against an empty signed-in page of the same server (at most 4 times): read anew, and when the
// program has it already.
import { Temporal } from 'temporal-polyfill'
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct } from './product.ts'

const dates = 5000
const owners = ['isb@musterstadt.example', 'hvb@musterstadt.example']

export async function measure(): Promise<Figure[]> {
  const product = await startProduct()
  try {
    const cookie = await product.session('programm@verbund.example')
    await giveEvidence(product)
    const feed = await feedOf(product)
    const first = await fetch(feed)
    const events = (await first.text()).match(/^BEGIN:VEVENT/gm)?.length ?? 0
    if (events < dates) throw new Error(`the feed holds ${events} dates instead of ${dates}`)
    const etag = first.headers.get('etag') ?? ''
    const empty = `${product.base}/pruefungen`
    for (let warm = 0; warm < 30; warm++) await Promise.all([cost(feed, {}, 1), cost(empty, { cookie }, 1)])
    const rounds: { empty: number; whole: number; known: number }[] = []
    for (let round = 0; round < 5; round++)
      rounds.push({
        empty: await cost(empty, { cookie }, 100),
        whole: await cost(feed, {}, 20),
        known: await cost(feed, { 'if-none-match': etag }, 20),
      })
    const middle = (pick: (round: (typeof rounds)[number]) => number): number => quantile(rounds.map(pick), 0.5)
    const limit = middle((round) => round.empty)
    return [
      figure(
        'calendar',
        `ms per feed of ${dates} dates / empty page (goal 4)`,
        middle((round) => round.whole),
        'ms',
        limit,
      ),
      figure(
        'calendar',
        'ms per feed that the program has already / empty page (goal 4)',
        middle((round) => round.known),
        'ms',
        limit,
      ),
    ]
  } finally {
    await product.stop()
  }
}

async function cost(url: string, headers: Record<string, string>, times: number): Promise<number> {
  const began = performance.now()
  for (let count = 0; count < times; count++) {
    const reply = await fetch(url, { headers })
    if (reply.status !== 200 && reply.status !== 304) throw new Error(`${url} answered ${reply.status}`)
    await reply.arrayBuffer()
  }
  return (performance.now() - began) / times
}

const tokenOf = ({ cli }: Product, email: string): string =>
  (JSON.parse(cli('token', 'create', '--email', email, '--json')) as { token: string }).token

async function feedOf(product: Product): Promise<string> {
  const reply = await fetch(`${product.base}/api/v1/calendar-subscriptions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf(product, owners[0] ?? '')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: 'organization' }),
  })
  const { url } = (await reply.json()) as { url: string }
  return product.base + new URL(url).pathname
}

/** Fifty pieces on a hundred questions, each with its own last day; two people, because one may write 3,000 times a minute. */
async function giveEvidence(product: Product): Promise<void> {
  const tokens = owners.map((email) => tokenOf(product, email))
  const headersOf = (at: number) => ({
    authorization: `Bearer ${tokens[at % tokens.length]}`,
    'content-type': 'application/json',
  })
  const api = `${product.base}/api/v1`
  const read = async <T>(path: string): Promise<T> =>
    (await (await fetch(api + path, { headers: headersOf(0) })).json()) as T
  const { actingFor } = await read<{ actingFor: { id: string } }>('/me')
  const catalogs = await read<{ items: { id: string; controlCount: number }[] }>('/catalogs')
  const catalogId = catalogs.items.find(({ controlCount }) => controlCount >= dates / 50)?.id
  const started = await fetch(`${api}/assessments`, {
    method: 'POST',
    headers: headersOf(0),
    body: JSON.stringify({ organizationId: actingFor.id, catalogId }),
  })
  if (started.status !== 201) throw new Error(`no check: ${await started.text()}`)
  const check = (await started.json()) as { id: string }
  const controls = await read<{ items: { id: string }[] }>(`/catalogs/${catalogId}/controls?limit=200`)
  const today = Temporal.Now.plainDateISO('Europe/Berlin')
  let next = 0
  const write = async (): Promise<void> => {
    for (let at = next++; at < dates; at = next++) {
      const control = controls.items[Math.floor(at / 50)]?.id ?? ''
      const reply = await fetch(`${api}/assessments/${check.id}/answers/${control}/evidence`, {
        method: 'POST',
        headers: headersOf(at),
        body: JSON.stringify({
          title: `Nachweis ${at}, geprüft`,
          link: `https://intern.example/${at}`,
          validUntil: today.add({ days: 1 + (at % 600) }).toString(),
        }),
      })
      if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`)
      await reply.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: 16 }, write))
}
