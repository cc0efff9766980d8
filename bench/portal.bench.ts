// The start page with every module's duties, dates and news, and the list of duties, for people who see different parts, held against an
// empty signed-in page of the same server (at most 4 times). The pages take turns, so that a machine that is busy is busy for all.
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct } from './product.ts'

const rounds = 200
const warmUp = 30
const pages = ['/pruefungen/neu', '/', '/aufgaben']

export async function measure(): Promise<Figure[]> {
  const product = await startProduct()
  try {
    const figures: Figure[] = []
    for (const email of ['isb@musterstadt.example', 'assessor@pruefhaus.example', 'programm@verbund.example']) {
      const [empty = 0, start = 0, duties = 0] = await mediansOf(product, email)
      figures.push(
        figure('portal', `ms: start page of ${email} / empty page (goal 4)`, start, 'ms', empty),
        figure('portal', `ms: duties of ${email} / empty page (goal 4)`, duties, 'ms', empty),
      )
    }
    return figures
  } finally {
    await product.stop()
  }
}

async function mediansOf(product: Product, email: string): Promise<number[]> {
  const cookie = await product.session(email)
  const times = pages.map((): number[] => [])
  for (let round = 0; round < warmUp; round++) for (const page of pages) await timed(product.base + page, cookie)
  for (let round = 0; round < rounds; round++)
    for (const [at, page] of pages.entries()) times[at]?.push(await timed(product.base + page, cookie))
  return times.map((each) => quantile(each, 0.5))
}

async function timed(url: string, cookie: string): Promise<number> {
  const began = performance.now()
  const reply = await fetch(url, { headers: { cookie } })
  await reply.text()
  if (reply.status !== 200) throw new Error(`${url} answered ${reply.status}`)
  return performance.now() - began
}
