// The start page with every module's duties, dates and news, for a security officer and for an assessor, held against an empty signed-in
// page of the same server (at most 4 times).
import { type Figure, figure, quantile } from './figure.ts'
import { startProduct } from './product.ts'

const requests = 300

export async function measure(): Promise<Figure[]> {
  const product = await startProduct()
  try {
    const figures: Figure[] = []
    for (const email of ['isb@musterstadt.example', 'assessor@pruefhaus.example', 'programm@verbund.example']) {
      const cookie = await product.session(email)
      const empty = `${product.base}/pruefungen/neu`
      const pages = { start: `${product.base}/`, tasks: `${product.base}/aufgaben` }
      for (const url of [empty, ...Object.values(pages)]) await each(url, cookie, 40)
      const least = await each(empty, cookie, requests)
      figures.push(
        figure(
          'portal',
          `ms: start page of ${email} / empty page (goal 4)`,
          await each(pages.start, cookie, requests),
          'ms',
          least,
        ),
        figure(
          'portal',
          `ms: duties of ${email} / empty page (goal 4)`,
          await each(pages.tasks, cookie, requests),
          'ms',
          least,
        ),
      )
    }
    return figures
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
