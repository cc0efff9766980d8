// Sample calls of courses and events: each deed on an event of its own, so that none is in the way of another.
import { elbaue, hvb, isb, type TestHouse } from '../harness/house.ts'
import { Desk, guide } from '../guidance/desk.ts'
import { guidanceDatesSamples } from './guidance-dates-samples.ts'
import { guidanceDeskSamples } from './guidance-desk-samples.ts'
import { guidanceParticipantSamples } from './guidance-participant-samples.ts'
import { guidanceProofSamples } from './guidance-proof-samples.ts'
import type { Sample } from './sample-calls.ts'

export async function guidanceSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const ida = await house.as(elbaue)
  const open = (more: Record<string, unknown> = {}) => Desk.open(house, more)
  const enrolled = async (desk: Desk): Promise<string> =>
    (await ida.post<{ id: string }>(`/events/${desk.event}/registrations`)).body.id
  const [plain, full, next, list, draft] = [
    await open(),
    await open({ capacity: 1 }),
    await open({ capacity: 1 }),
    await open({ capacity: 1 }),
    await open({ published: false }),
  ]
  const [approved, moving] = [await open({ needsApproval: true }), await open({ capacity: 0 })]
  const offered = async (): Promise<[string, string]> => {
    const desk = await open({ capacity: 1 })
    const [first] = await desk.guests(0, 1)
    const id = await enrolled(desk)
    await desk.leave(first?.id ?? '')
    return [id, await desk.secretFor(id)]
  }
  const [[accepted], [declined], [, yes], [, no]] = [await offered(), await offered(), await offered(), await offered()]
  const [leaving, given] = [await enrolled(plain), await enrolled(full)]
  await list.guests(0, 3)
  const colleague = await handedOver(house)
  const two = await open({ dates: twoDates(house) })
  return {
    ...(await guidanceDatesSamples(house)),
    ...(await guidanceProofSamples(house)),
    ...(await guidanceParticipantSamples(house)),
    ...(await guidanceDeskSamples(house)),
    listEvents: { email: '' },
    getEvent: { of: plain.event, email: '' },
    addEvent: { email: guide, body: { title: 'Probe', capacity: 5, dates: twoDates(house), published: true } },
    changeEvent: { of: full.event, email: guide, body: { capacity: 3 } },
    removeEvent: { of: draft.event, email: guide },
    cancelEvent: { of: (await open()).event, email: guide, body: { reason: 'Probe' } },
    cancelEventDate: { of: two.event, part: (await two.read()).dates[0]?.id ?? '', email: guide, body: { reason: '' } },
    listRegistrations: { of: plain.event, email: guide },
    addRegistration: { of: (await open()).event, email: elbaue, body: {} },
    getRegistration: { of: given, email: elbaue },
    listSeatDecisions: { of: given, email: elbaue },
    cancelRegistration: { of: leaving, email: elbaue },
    substituteRegistration: colleague,
    decideRegistration: { of: await enrolled(approved), email: guide, body: { approved: true } },
    transferRegistration: { of: await enrolled(moving), email: guide, body: { eventId: next.event } },
    transferWaitingList: { of: list.event, email: guide, body: { eventId: next.event } },
    acceptOwnOffer: { of: accepted, email: elbaue, body: {} },
    declineOwnOffer: { of: declined, email: elbaue, body: {} },
    acceptSeatOffer: { of: yes, email: '', body: {} },
    declineSeatOffer: { of: no, email: '', body: {} },
  }
}

async function handedOver(house: TestHouse): Promise<Sample> {
  const desk = await Desk.open(house)
  const jana = await house.as(isb)
  const { body } = await jana.post<{ id: string }>(`/events/${desk.event}/registrations`)
  const martin = (await (await house.as(hvb)).get<{ person: { id: string } }>('/me')).body.person.id
  return { of: body.id, email: isb, body: { personId: martin } }
}

function twoDates(house: TestHouse): object[] {
  const first = house.clock.now().add({ hours: 24 * 90 })
  return [0, 7].map((days) => {
    const startsAt = first.add({ hours: 24 * days })
    return { startsAt: startsAt.toString(), endsAt: startsAt.add({ hours: 3 }).toString(), place: 'Musterstadt' }
  })
}
