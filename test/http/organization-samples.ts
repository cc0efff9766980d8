// What the operations about organizations need to succeed: two that are merged, and one that will be.
import { manager, type TestHouse } from '../harness/house.ts'

export async function organizationSamples(house: TestHouse, organizationId: string) {
  const ehlers = await house.as(manager)
  const added: string[] = []
  for (const name of ['Probe Alt', 'Probe Neu', 'Probe Bald']) {
    const { body } = await ehlers.post<{ id: string }>('/organizations', { name, kind: 'unitaryMunicipality' })
    added.push(body.id)
  }
  const [old = '', young = '', soon = ''] = added
  const merge = { kind: 'merge', successorId: young, from: '2020-01-01' }
  const merged = await ehlers.post<{ successors: { id: string }[] }>(`/organizations/${old}/successors`, merge)
  const contact = { of: organizationId, part: 'press', email: manager }
  return {
    listOrganizationContacts: { of: organizationId },
    setOrganizationContact: { ...contact, body: { name: 'Pressestelle', phone: '030 23125 177' } },
    removeOrganizationContact: contact,
    listOrganizationChanges: { of: organizationId },
    addOrganizationSuccessor: { of: soon, email: manager, body: merge },
    withdrawOrganizationSuccessor: { of: old, part: merged.body.successors[0]?.id ?? '', email: manager },
  }
}
