import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { leadersOf } from '#foundation/declarations/index.ts'
import { holdersOf } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { idSchema } from '#platform/http/parse.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { invoiceKinds } from './notifications.ts'

type Occasion = keyof typeof invoiceKinds
const occasions = Object.keys(invoiceKinds) as [Occasion, ...Occasion[]]

export const tellingJob = 'invoices.tell'

export const telling = z.object({
  invoiceIds: z.array(idSchema).max(200),
  occasion: z.enum(occasions),
  /** Who did it, and when. */
  personId: idSchema,
  at: z.iso.datetime(),
})

/** Tells the other side after the deed is kept: who leads the programme of what came, the contractor's office of everything else. */
export const tellOfInvoices = async (
  ctx: Context,
  invoices: readonly { id: string }[],
  occasion: Occasion,
): Promise<void> => {
  if (invoices.length === 0) return
  await enqueue(ctx, tellingJob, {
    invoiceIds: invoices.map(({ id }) => id),
    occasion,
    personId: ctx.actor.personId,
    at: ctx.now.toString(),
  } satisfies z.infer<typeof telling>)
}

export const tellOfInvoice = (ctx: Context, invoice: { id: string }, occasion: Occasion): Promise<void> =>
  tellOfInvoices(ctx, [invoice], occasion)

interface Told {
  id: string
  number: string
  programmeId: string
  contractorId: string
  contractorName: string
}

interface Way {
  kind: (typeof invoiceKinds)[Occasion]
  title: (told: Told) => string
}

const ways: Record<Occasion, Way> = {
  received: {
    kind: invoiceKinds.received,
    title: ({ number, contractorName }) => `Die Rechnung ${number} von ${contractorName} ist eingegangen.`,
  },
  disputed: { kind: invoiceKinds.disputed, title: ({ number }) => `Ihre Rechnung ${number} ist beanstandet.` },
  resolved: {
    kind: invoiceKinds.resolved,
    title: ({ number }) => `Die Beanstandung Ihrer Rechnung ${number} ist geklärt.`,
  },
  rejected: { kind: invoiceKinds.rejected, title: ({ number }) => `Ihre Rechnung ${number} ist zurückgewiesen.` },
  approved: {
    kind: invoiceKinds.approved,
    title: ({ number }) => `Ihre Rechnung ${number} ist sachlich und rechnerisch richtig.`,
  },
  settled: {
    kind: invoiceKinds.settled,
    title: ({ number }) => `Ihre Rechnung ${number} ist zur Zahlung freigegeben.`,
  },
}

/** The job: in the scope of whoever did the deed, dated as the deed. */
export async function tellPeople(
  { db }: PublicContext,
  { invoiceIds, occasion, personId, at }: z.infer<typeof telling>,
): Promise<void> {
  const now = Temporal.Instant.from(at)
  const found = await db
    .selectFrom('invoices.invoice as i')
    .innerJoin('organizations.organization as c', 'c.id', 'i.contractor_id')
    .select([
      'i.id',
      'i.number',
      'i.programme_id as programmeId',
      'i.contractor_id as contractorId',
      'c.name as contractorName',
      'i.organization_id as organizationId',
    ])
    .where('i.id', 'in', invoiceIds)
    .orderBy('i.id')
    .execute()
  for (const told of found) {
    const people =
      occasion === 'received'
        ? await leadersOf(db, told.programmeId)
        : await holdersOf(db, {
            organizationId: told.contractorId,
            roles: ['contractorOffice'],
            today: localDay(now).toString(),
          })
    // Written here, not taken from routes.ts: an address in a mail stays what it was.
    const link =
      occasion === 'received'
        ? `/programme-im-verbund/${told.programmeId}/rechnungen/${told.id}`
        : `/rechnungen/${told.id}`
    const { kind, title: titleOf } = ways[occasion]
    const title = titleOf(told)
    await notify(
      { db, now },
      {
        personIds: people.filter((id) => id !== personId),
        kind,
        title,
        url: link,
        organizationId: occasion === 'received' ? told.organizationId : told.contractorId,
        mail: { template: kind.kind, data: { satz: title, nummer: told.number, link } },
      },
    )
  }
}
