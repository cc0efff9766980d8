// Sample calls of measure packages and of what programmes offer.
import { demoPassword, everything, manager, type TestHouse } from '../harness/house.ts'
import { type PackageJson, shopWithMoney } from '../packages/money-and-offers.ts'
import type { Sample } from './sample-calls.ts'

export async function packageSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const shops = [await shopWithMoney(house), await shopWithMoney(house), await shopWithMoney(house)]
  const drafts: PackageJson[] = []
  for (const shop of shops) {
    await shop.offer({ key: 'probe', closes: [{ type: 'list', key: 'BAK', severity: 'high' }] })
    drafts.push(await shop.start({ items: [{ title: 'Eigene Arbeit' }] }))
  }
  const empty = await shopWithMoney(house)
  const offer = await empty.offer({ key: 'probe' })
  const ending = await empty.offer({ key: 'endet' })
  const [change, back, decide] = drafts
  const submit = async (one: PackageJson | undefined) =>
    (await empty.anke.post<PackageJson>(`/measure-packages/${one?.id}/submission`, { version: one?.version })).body
  const [returned, decided] = [await submit(back), await submit(decide)]
  const { organizationId, programmeId } = empty
  const facts = {
    title: 'Probe',
    kind: 'other',
    priceCents: 0,
    workDays: 1,
    acceptanceDays: 1,
    validFrom: '2026-01-01',
  }
  const of = { email: everything, of: change?.id ?? '' }
  return {
    listMeasureOffers: { email: everything, of: programmeId },
    addMeasureOffer: { email: manager, of: programmeId, body: { key: 'noch-eins', ...facts } },
    changeMeasureOffer: { email: manager, of: offer.id, body: { ...facts, version: offer.version } },
    endMeasureOffer: { email: manager, of: ending.id, body: { version: ending.version, lastDay: '2099-12-31' } },
    proposeMeasurePackage: { email: everything, body: { organizationId, programmeId } },
    listMeasurePackages: { email: everything },
    getMeasurePackage: of,
    addMeasurePackage: { email: everything, body: { organizationId, programmeId } },
    changeMeasurePackage: { ...of, body: { version: 1, items: [{ title: 'Andere Arbeit' }] } },
    submitMeasurePackage: { ...of, body: { version: 2 } },
    returnMeasurePackage: {
      email: everything,
      of: returned.id,
      body: { version: returned.version, reason: 'Noch einmal.' },
    },
    decideMeasurePackage: {
      email: everything,
      of: decided.id,
      body: { version: decided.version, password: demoPassword },
    },
  }
}
