import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Paper, run } from '#kernel/paper.ts'
import { type ServiceOrder, orderTotal } from '#domains/security/funding/index.ts'
import { findProgramme } from '#foundation/programmes/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'

interface Sheet {
  order: ServiceOrder
  programme: string
  buyer: string
  madeAt: Temporal.Instant
}

/** What the contractor is asked for, on one page. */
export function orderPaper({ order, programme, buyer, madeAt }: Sheet): Paper {
  const { reference, title, organizationName, contractorName, dueOn, committedAt } = order
  const isOrdered = committedAt !== null && orderTotal(order) > order.planned
  return {
    title: `Auftrag ${reference}: ${title}`,
    author: buyer,
    subject: `Leistung für ${organizationName} im Programm ${programme}`,
    madeAt: madeAt.toString(),
    head: { left: `${buyer} · ${programme}`, right: `Stand ${germanDay(localDay(madeAt))}` },
    foot: `Auftrag ${reference}`,
    mark: isOrdered ? undefined : 'NICHT BEAUFTRAGT',
    blocks: [
      {
        kind: 'masthead',
        title: `Auftrag ${reference}`,
        under: title,
        right: germanMoney(orderTotal(order)),
        rightSmall: 'brutto',
      },
      { kind: 'heading', level: 1, text: 'Leistung' },
      {
        kind: 'pairs',
        items: [
          { label: 'Leistung', text: title },
          { label: 'Für', text: organizationName },
          { label: 'Dienstleister', text: contractorName ?? 'noch nicht bestimmt' },
          { label: 'Betrag', text: `${germanMoney(orderTotal(order))} brutto` },
          { label: 'Fällig', text: dueOn === null ? 'nicht vereinbart' : germanDay(Temporal.PlainDate.from(dueOn)) },
          { label: 'Beauftragt', text: isOrdered ? germanDay(localDay(committedAt)) : 'noch nicht' },
        ],
      },
      { kind: 'heading', level: 1, text: 'Rechnung' },
      {
        kind: 'paragraph',
        line: [
          run(
            'Die Rechnung geht an den Verbund. Sie nennt diese Auftragsnummer als Bestellreferenz (BT-13) oder in ihrer Zeile (BT-132): ',
          ),
          run(reference, 'strong'),
        ],
      },
      {
        kind: 'paragraph',
        line: [run('Berechnet werden kann, was die Kommune abgenommen und der Verbund gegengezeichnet hat.')],
      },
    ],
  }
}

/** Read in the transaction, set after it. */
export async function orderPdf(ctx: Context, order: ServiceOrder): Promise<FileAnswer> {
  const programme = await findProgramme(ctx.db, order.programmeId)
  const paper = orderPaper({
    order,
    programme: programme?.name ?? '',
    buyer: programme?.runBy?.name ?? 'Verbund',
    madeAt: ctx.now,
  })
  return pdfOf(`auftrag-${order.reference}.pdf`, paper)
}

/** A paper that is set after the transaction. */
export const pdfOf = (name: string, paper: Paper): FileAnswer => ({
  kind: 'file',
  name,
  type: pdfType,
  body: {
    make: async () => {
      const pdf = await compilePaper(paper)
      return isRefusal(pdf) ? pdf : pdf.bytes
    },
  },
})
