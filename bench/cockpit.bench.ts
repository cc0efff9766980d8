// The cockpit of a programme with 133 municipalities, held against an empty signed-in page of the same server (at most 4 times). The roads
// are made by the API: each municipality enrolled, so that all stand at their first step. The pages take turns.
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct, writeMunicipalities } from './product.ts'

const municipalities = 133
const rounds = 200
const warmUp = 30
const manager = 'programm@verbund.example'

export async function measure(): Promise<Figure[]> {
  const product = await startProduct()
  try {
    const programme = await enrollAll(product)
    const cookie = await product.session(manager)
    const pages = ['/pruefungen', `/programme-im-verbund/${programme}/cockpit?ansicht=keine`]
    const times = pages.map((): number[] => [])
    for (let round = 0; round < warmUp; round++) for (const page of pages) await timed(product.base + page, cookie)
    for (let round = 0; round < rounds; round++)
      for (const [at, page] of pages.entries()) times[at]?.push(await timed(product.base + page, cookie))
    const [empty = 0, cockpit = 0] = times.map((each) => quantile(each, 0.5))
    return [figure('cockpit', `ms: cockpit of ${municipalities} / empty page (goal 4)`, cockpit, 'ms', empty)]
  } finally {
    await product.stop()
  }
}

async function enrollAll(product: Product): Promise<string> {
  product.cli('organization', 'import', writeMunicipalities(municipalities))
  const { token } = JSON.parse(product.cli('token', 'create', '--email', manager, '--json')) as { token: string }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const list = async (path: string) => {
    const reply = await fetch(`${product.base}/api/v1${path}`, { headers })
    return ((await reply.json()) as { items: { id: string; key: string }[] }).items
  }
  const programme = (await list('/programmes')).find(({ key }) => key === 'prozessmanagement')?.id ?? ''
  for (const { id: organizationId } of await list('/organizations?search=musterort&limit=200')) {
    const body = JSON.stringify({ organizationId, programmeId: programme })
    const { status } = await fetch(`${product.base}/api/v1/enrollments`, { method: 'POST', headers, body })
    if (status !== 201) throw new Error(`enrolling answered ${status}`)
  }
  return programme
}

async function timed(url: string, cookie: string): Promise<number> {
  const began = performance.now()
  const reply = await fetch(url, { headers: { cookie } })
  await reply.text()
  if (reply.status !== 200) throw new Error(`${url} answered ${reply.status}`)
  return performance.now() - began
}
