// Sample calls of orders, deliveries and acceptances, on services of Kleinweiler.
import { demoPassword, everything, manager, type TestHouse } from '../harness/house.ts'
import { type AcceptanceJson, type Items, type OrderJson, supplier, today, upload } from '../deliveries/cast.ts'
import type { Sample } from './sample-calls.ts'

const password = demoPassword
const note = { reason: 'Probe' }

export async function deliverySamples(house: TestHouse): Promise<Record<string, Sample>> {
  const [torsten, anke, office] = [await house.as(manager), await house.as(everything), await house.as(supplier)]
  const contractorId = (await office.get<{ actingFor: { id: string } }>('/me')).body.actingFor.id
  const accounts = await anke.get<Items<{ enrollmentId: string }>>('/budget-accounts')
  const enrollmentId = accounts.body.items[0]?.enrollmentId ?? ''
  const wish = { enrollmentId, title: 'Probe', amountCents: 1000, contractorId }
  const placed = async (): Promise<OrderJson> => (await torsten.post<OrderJson>('/orders', wish)).body
  const commissioned = async (): Promise<string> => {
    const { id } = await placed()
    await torsten.post(`/orders/${id}/commission`, {})
    return id
  }
  const report = () => upload({ deliveredOn: today(house), kind: 'report' })
  const delivered = async (): Promise<OrderJson> =>
    (await office.call<OrderJson>('POST', `/orders/${await commissioned()}/deliveries`, report())).body
  const prepared = async (): Promise<string> =>
    (await anke.post<AcceptanceJson>('/acceptances', { orderId: (await delivered()).id, reservations: ['Probe'] })).body
      .id
  const signed = async (): Promise<string> => {
    const id = await prepared()
    await anke.post('/signatures', { subjectType: 'acceptance', subjectId: id, password })
    return id
  }
  const [plan, other, goods, mistaken, papered, fixed] = [
    await placed(),
    await placed(),
    await delivered(),
    await delivered(),
    await prepared(),
    await signed(),
  ]
  const own = { email: everything }
  const theirs = { email: supplier }
  return {
    listOrders: { email: manager },
    getOrder: { email: manager, of: goods.id },
    getOrderPdf: { email: manager, of: goods.id },
    addOrder: { email: manager, body: wish },
    changeOrder: { email: manager, of: plan.id, body: { dueOn: today(house), version: plan.version } },
    commissionOrder: { email: manager, of: other.id, body: {} },
    withdrawOrder: { email: manager, of: (await placed()).id, body: note },
    addOrderDelivery: { ...theirs, of: await commissioned(), body: report() },
    addOrderDeliveryProof: {
      ...theirs,
      of: goods.id,
      part: goods.deliveries[0]?.id ?? '',
      body: upload({ kind: 'photo' }),
    },
    withdrawOrderDelivery: { ...theirs, of: mistaken.id, part: mistaken.deliveries[0]?.id ?? '', body: note },
    listAcceptances: own,
    getAcceptance: { ...own, of: fixed },
    getAcceptanceProtocol: { ...own, of: fixed },
    addAcceptance: { ...own, body: { orderId: (await delivered()).id } },
    addAcceptancePaper: { ...own, of: papered, body: upload({ signer: 'Anke Berger', signedOn: today(house) }) },
    addSignature: { ...own, body: { subjectType: 'acceptance', subjectId: await prepared(), password } },
    fixAcceptanceReservation: { ...own, of: fixed, part: '1', body: { fixedOn: today(house) } },
    withdrawAcceptance: { ...own, of: await prepared(), body: note },
    countersignAcceptance: { email: manager, of: await signed(), body: { password } },
    refuseAcceptance: { email: manager, of: await signed(), body: note },
  }
}
