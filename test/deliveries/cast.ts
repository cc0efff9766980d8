// Orders of a programme with money for tests of deliveries and acceptances.
import { expect } from 'vitest'
import { everything, manager, type TestHouse } from '../harness/house.ts'
import { type Money, programmeWithMoney } from '../funding/money.ts'

export const supplier = 'auftrag@pruefhaus.example'

export interface OrderJson {
  id: string
  reference: string
  title: string
  state: string
  version: number
  organizationId: string
  enrollmentId: string
  dueOn: string | null
  plannedCents: number
  committedCents: number
  deliveredCents: number
  acceptedCents: number
  deliveries: {
    id: string
    number: number
    amountCents: number
    withdrawnAt: string | null
    proofs: { fileId: string }[]
  }[]
}

export interface AcceptanceJson {
  id: string
  number: number
  result: string
  state: string
  amountCents: number
  way: string | null
  reason: string
  textToSign: string | null
  signature: { by: string | null; at: string } | null
  countersignature: { by: string | null; at: string } | null
  reservations: { number: number; text: string; fixedOn: string | null }[]
}

export interface Items<T> {
  items: T[]
}

/** A multipart body with a small file. */
export const upload = (
  fields: Record<string, string>,
  content = '%PDF-1.7\nNachweis',
  name = 'nachweis.pdf',
): FormData => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob([content]), name)
  return form
}

export interface Stage extends Money {
  contractorId: string
  /** The road of Kleinweiler in it. */
  enrollmentId: string
  order(title: string, amountCents: number, more?: Record<string, unknown>): Promise<OrderJson>
  commissioned(title: string, amountCents: number): Promise<OrderJson>
  /** Commissioned and reported as delivered today. */
  delivered(title: string, amountCents: number): Promise<OrderJson>
}

/** A programme of its own with 16,100 EUR released for Kleinweiler, and the test house as its contractor. */
export async function stageOf(house: TestHouse): Promise<Stage> {
  const money = await programmeWithMoney(house)
  await money.release(1)
  const torsten = await house.as(manager)
  const office = await house.as(supplier)
  const { id: contractorId } = (await office.get<{ actingFor: { id: string } }>('/me')).body.actingFor
  const anke = await house.as(everything)
  const roads = await anke.get<Items<{ id: string }>>(`/enrollments?programmeId=${money.programmeId}`)
  const enrollmentId = roads.body.items[0]?.id ?? ''
  const order: Stage['order'] = async (title, amountCents, more = {}) => {
    const placed = await torsten.post<OrderJson>('/orders', { enrollmentId, title, amountCents, contractorId, ...more })
    expect([placed.status, placed.text]).toEqual([201, expect.anything()])
    return placed.body
  }
  const commissioned: Stage['commissioned'] = async (title, amountCents) => {
    const { id } = await order(title, amountCents)
    const done = await torsten.post<OrderJson>(`/orders/${id}/commission`, {})
    expect([done.status, done.text]).toEqual([200, expect.anything()])
    return done.body
  }
  const delivered: Stage['delivered'] = async (title, amountCents) => {
    const { id } = await commissioned(title, amountCents)
    const form = upload({ deliveredOn: today(house), kind: 'attendanceList' })
    const done = await office.call<OrderJson>('POST', `/orders/${id}/deliveries`, form)
    expect([done.status, done.text]).toEqual([201, expect.anything()])
    return done.body
  }
  return { ...money, contractorId, enrollmentId, order, commissioned, delivered }
}

export const today = (house: TestHouse): string =>
  house.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
