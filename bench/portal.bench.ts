// The start page with every module's duties, dates and news, and the list of duties, for people who see different parts, held against an
// empty signed-in page of the same server (at most 4 times). The pages take turns, so that a machine that is busy is busy for all.
import { type Figure, figure, quantile } from './figure.ts'
import { startProduct } from './product.ts'

const rounds = 200
const warmUp = 30

export async function measure(): Promise<Figure[]> {
  const product = await startProduct()
  try {
    const figures: Figure[] = []
    for (const email of ['isb@musterstadt.example', 'assessor@pruefhaus.example', 'programm@verbund.example']) {
      const cookie = await product.session(email)
      const pages = ['/pruefungen/neu', '/', '/aufgaben']
      const times = pages.map((): number[] => [])
      for (let round = 0; round < rounds + warmUp; round++)
        for (const [at, page] of pages.entries()) {
          const took = await timed(product.base + page, cookie)
          if (round >= warmUp) times[at]?.push(took)
        }
      const [empty = 0, start = 0, duties = 0] = times.map((each) => quantile(each, 0.5))
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

async function timed(url: string, cookie: string): Promise<number> {
  const began = performance.now()
  const reply = await fetch(url, { headers: { cookie } })
  await reply.text()
  if (reply.status !== 200) throw new Error(`${url} answered ${reply.status}`)
  return performance.now() - began
}
