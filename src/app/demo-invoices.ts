import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { findProgrammeByKey, findRoad, type Programme } from '#foundation/programmes/index.ts'
import { book, commissionOrder, findOrders, moneyOf, placeOrders } from '#domains/security/funding/index.ts'
import {
  approveInvoice,
  findInvoice,
  listShares,
  prepareDocument,
  type PreparedInvoice,
  receiveInvoice,
  settleShares,
} from '#domains/security/invoices/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Storage } from '#platform/storage/storage.ts'
import type { Places, Speaker } from './demo-organizations.ts'

/** demo/invoices.json: what was ordered and accepted, and the invoices about it. */
interface Story {
  place: string
  contractor: string
  placedDaysAgo: number
  acceptedDaysAgo: number
  orders: { reference: string; title: string; amountCents: number }[]
  invoices: {
    file: string
    issuedDaysAgo: number
    handedInDaysAgo: number
    approvedDaysAgo?: number
    settledDaysAgo?: number
  }[]
}

const office = 'auftrag@pruefhaus.example'
const manager = 'programm@verbund.example'
const manager2 = 'programm2@verbund.example'

const readStory = (): Story => JSON.parse(readFileSync(join(packageRoot, 'demo/invoices.json'), 'utf8')) as Story

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefusal(outcome)) throw new Error(`the story of invoices: ${outcome.refused}`)
  return outcome
}

/** Reads the invoices of the story as if they had been handed in, dated relative to today; before the transaction. */
export async function prepareInvoices(storage: Storage, now: Temporal.Instant): Promise<PreparedInvoice[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-demo-'))
  const prepared: PreparedInvoice[] = []
  try {
    for (const { file, issuedDaysAgo } of readStory().invoices) {
      const day = localDay(now).subtract({ days: issuedDaysAgo }).toString()
      const text = readFileSync(join(packageRoot, 'demo/rechnungen', file), 'utf8')
      const dated = Buffer.from(text.replaceAll('{{issuedOn}}', day))
      const path = join(folder, file)
      writeFileSync(path, dated)
      prepared.push(done(await prepareDocument({ name: file, path, size: dated.length }, storage)))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return prepared
}

interface Cast {
  places: Places
  speaker: Speaker
  invoices: readonly PreparedInvoice[]
}

/** One invoice on its whole way, and one that waits for somebody to look at it. */
export async function tellInvoices({ places, speaker, invoices }: Cast): Promise<void> {
  const story = readStory()
  await tellOrders(story, { places, speaker })
  for (const [at, told] of story.invoices.entries()) {
    const prepared = invoices[at]
    if (!prepared) throw new Error(`the story of invoices: ${told.file} was not read`)
    const received = await receiveInvoice(
      await speaker(office, story.contractor, told.handedInDaysAgo, '11:00'),
      prepared,
      {},
    )
    if (!('received' in received)) throw new Error(`the story of invoices: ${told.file} was not taken`)
    if (told.approvedDaysAgo === undefined) continue
    const approving = await speaker(manager, 'verbund', told.approvedDaysAgo, '10:00')
    const invoice = await findInvoice(approving.db, received.received)
    if (!invoice) throw new Error(`the story of invoices: ${told.file} is not there`)
    done(await approveInvoice(approving, invoice, { nothingFollows: [] }))
    if (told.settledDaysAgo === undefined) continue
    const settling = await speaker(manager2, 'verbund', told.settledDaysAgo, '14:00')
    const shares = done(await listShares(settling.db, { invoiceId: invoice.id, settled: false, limit: 50 }))
    done(
      await settleShares(
        settling,
        await programmeOf(settling),
        shares.items.map(({ id }) => id),
      ),
    )
  }
}

async function programmeOf({ db }: Context): Promise<Programme> {
  const programme = await findProgrammeByKey(db, 'sicherkommunal')
  if (!programme) throw new Error('the story of invoices: there is no programme')
  return programme
}

/** Ordered, delivered and accepted on paper, as the references say: numbers from before the portal. */
async function tellOrders(story: Story, { places, speaker }: Pick<Cast, 'places' | 'speaker'>): Promise<void> {
  const ctx = await speaker(manager, 'verbund', story.placedDaysAgo, '09:30')
  const { id: programmeId } = await programmeOf(ctx)
  const road = await findRoad(ctx.db, { organizationId: places.get(story.place)?.id ?? '', programmeId })
  if (!road) throw new Error(`the story of invoices: ${story.place} does not take part`)
  const contractorId = places.get(story.contractor)?.id ?? ''
  const wishes = story.orders.map((order) => ({ ...order, contractorId, stageNumber: 1 }))
  const ids = done(await placeOrders(ctx, road, wishes, { origin: 'order', reason: 'Auf Papier bestellt' }))
  const orders = await findOrders(ctx.db, ids)
  for (const order of orders) done(await commissionOrder(ctx, order))
  const accepting = await speaker(manager, 'verbund', story.acceptedDaysAgo, '15:00')
  for (const order of orders) {
    const common = { ...moneyOf(order), amountCents: order.planned, origin: 'hand' } as const
    done(
      await book(accepting, [
        { ...common, from: 'committed', to: 'delivered', reason: 'Leistungsnachweis auf Papier' },
        { ...common, from: 'delivered', to: 'accepted', reason: 'Abnahmeprotokoll auf Papier' },
      ]),
    )
  }
}
