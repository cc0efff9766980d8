// Sample calls of what belongs to a check besides its answers.
import { asOwner } from '../access/as-owner.ts'
import { isb, manager, type TestHouse } from '../harness/house.ts'
import { office, personId } from '../people/cast.ts'
import { editionsOf } from '../assessments/editions.ts'
import { twoChecks } from '../assessments/two-checks.ts'
import { startCheck } from './checks.ts'
import type { Sample } from './sample-calls.ts'

const link = { link: 'https://wiki.musterstadt.example/probe', title: 'Probe' }

/** On a check of their own, and on a second wave of it. */
export async function checkSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const jana = await house.as(isb)
  const { id } = await startCheck(house, isb, 'Proben der Arbeit')
  const [at, question] = [`/assessments/${id}`, 'AKT.0']
  const added = async (path: string, body: unknown): Promise<string> => {
    const { body: made, text, status } = await jana.post<{ id: string }>(path, body)
    if (status !== 201) throw new Error(text)
    return made.id
  }
  const sabine = await personId(house, office)
  const first = await added(`${at}/delegations`, { personId: sabine, groupKeys: ['TEL'] })
  const proof = await added(`${at}/answers/${question}/evidence`, { link: 'https://wiki.musterstadt.example/alt' })
  const comment = await added(`${at}/answers/${question}/comments`, { text: 'Probe' })
  for (const version of [undefined, 1])
    await jana.put(`${at}/answers/${question}`, { answer: version ? 'no' : 'yes', version })
  await jana.put(`${at}/answers/AKT.1.1`, { answer: 'no' })
  return {
    listDelegations: { of: id },
    addDelegation: { of: id, body: { personId: sabine, groupKeys: ['AKT'] } },
    endDelegation: { of: id, part: first },
    listEvidence: { of: id, control: question },
    addEvidence: { of: id, control: question, body: link },
    removeEvidence: { of: id, control: question, part: proof },
    listAnswerComments: { of: id, control: question },
    addAnswerComment: { of: id, control: question, body: { text: '@Tobias Brandt, @Lenz und @Niemand' } },
    removeAnswerComment: { of: id, control: question, part: comment },
    bulkAnswers: { of: id, body: { groupKey: 'TEL', answer: 'notApplicable', note: 'Probe' } },
    confirmAnswers: { of: await nextWave(house), body: { groupKey: 'AKT' } },
    undoAnswers: { of: id, body: { controlId: 'AKT.1.1', version: 1 } },
    ...(await migrationSamples(house)),
    ...(await announcementSamples(house)),
    restoreAnswer: { of: id, control: question, body: { from: 1, version: 2 } },
    ...(await carryOverSamples(house)),
  }
}

/** A check that moves, and one that did. */
async function migrationSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const [moving, moved] = [await editionsOf(house, 'Proben des Umzugs'), await editionsOf(house, 'Proben danach')]
  await moved.jana.post(`${moved.at}/migration`, { catalogId: moved.new })
  return {
    migrateAssessment: { of: moving.id, body: { catalogId: moving.new } },
    getAssessmentMigration: { of: moved.id },
  }
}

/** An announcement that stands, one that is withdrawn, and one to come. */
async function announcementSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const client = await house.as(manager)
  const bodyOf = async (title: string) => {
    const editions = await editionsOf(house, title)
    return { fromCatalogId: editions.old, toCatalogId: editions.new, text: 'Probe' }
  }
  const announced = async (title: string): Promise<string> => {
    const { body, status, text } = await client.post<{ id: string }>('/migration-announcements', await bodyOf(title))
    if (status !== 201) throw new Error(text)
    return body.id
  }
  return {
    listMigrationAnnouncements: { email: manager },
    addMigrationAnnouncement: { email: manager, body: await bodyOf('Proben einer Ankündigung') },
    getMigrationAnnouncement: { email: manager, of: await announced('Proben einer angekündigten') },
    withdrawMigrationAnnouncement: { email: manager, of: await announced('Proben einer zurückgenommenen'), body: {} },
  }
}

/** With an answer carried over. That both have signed is written as a row. */
async function nextWave(house: TestHouse): Promise<string> {
  const jana = await house.as(isb)
  const { id, catalogId, organizationId } = await startCheck(house, isb, 'Proben der Wellen')
  await jana.put(`/assessments/${id}/answers/AKT.0`, { answer: 'yes' })
  const at = house.clock.now().toString()
  await asOwner(house, (db) =>
    db.updateTable('security.assessment').set({ in_review_at: at, signed_off_at: at }).where('id', '=', id).execute(),
  )
  return (await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })).body.id
}

/** Two checks, the questions of the one related to those of the other. */
async function carryOverSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const { give, target } = await twoChecks(house, 'ZZX')
  for (const question of [1, 2, 4]) await give(question, 'yes')
  return {
    listProposals: { of: target.id, query: 'group=G1&limit=10' },
    takeProposals: { of: target.id, body: { group: 'G2' } },
    takeProposal: { of: target.id, control: 'ZZX-T.1', body: { answer: 'yes', note: 'Probe' } },
    declineProposal: { of: target.id, control: 'ZZX-T.2' },
    getCoverage: { of: target.id },
  }
}
