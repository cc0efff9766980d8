// P1: a signed-in list of 133 municipalities with a filter, held against an empty signed-in page of the same server (at most 4 times),
// and its p99 against its p50 under 16 connections (at most 4 times).
import { Agent, get } from 'node:http'
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct, writeMunicipalities } from './product.ts'

const connections = 16

export async function measure(): Promise<Figure[]> {
  const product = await startProduct()
  try {
    product.cli('organization', 'import', writeMunicipalities(133))
    const cookie = await product.session('programm@verbund.example')
    const list = `${product.base}/organisationen?suche=musterort&art=unitaryMunicipality`
    const empty = `${product.base}/pruefungen`
    await expectRows(product, list, cookie)
    for (const url of [list, empty]) await load(url, cookie, 200)
    const rounds: { empty: Run; list: Run }[] = []
    for (let round = 0; round < 3; round++)
      rounds.push({ empty: await load(empty, cookie, 1200), list: await load(list, cookie, 1200) })
    const best = (pick: (round: (typeof rounds)[number]) => number): number => quantile(rounds.map(pick), 0.5)
    const cost = (run: Run): number => run.wall / run.times.length
    const p50 = best(({ list: run }) => quantile(run.times, 0.5))
    const p99 = best(({ list: run }) => quantile(run.times, 0.99))
    return [
      figure(
        'P1',
        'ms per page: list of 133 with filter / empty page (goal 4)',
        best((round) => cost(round.list)),
        'ms',
        best((round) => cost(round.empty)),
      ),
      figure('P1', 'p99 / p50 of the list under 16 connections (goal 4)', p99, 'ms', p50),
    ]
  } finally {
    await product.stop()
  }
}

async function expectRows({ base }: Product, url: string, cookie: string): Promise<void> {
  const html = await (await fetch(url, { headers: { cookie } })).text()
  const rows = html.match(/<th scope="row"/g)?.length
  if (rows !== 133) throw new Error(`${url.slice(base.length)} shows ${rows} rows instead of 133`)
}

interface Run {
  wall: number
  times: number[]
}

async function load(url: string, cookie: string, requests: number): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let left = requests
  const began = performance.now()
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const start = performance.now()
      await request(url, cookie, agent)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const wall = performance.now() - began
  agent.destroy()
  return { wall, times }
}

const request = (url: string, cookie: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`status ${reply.statusCode}`))
      reply.resume().once('end', resolve)
    }).once('error', reject)
  })
