// Two editions of one catalog, in which numbers were swapped, given to others, and lists renamed.
import type { ApiClient } from '../harness/clients.ts'
import { isb, type TestHouse } from '../harness/house.ts'
import { type AssessmentJson, importCatalog, ownOrganization } from '../http/checks.ts'

interface Requirement {
  id: string
  /** What its publisher calls it through all editions. */
  key: number
  title: string
  text: string
}

const uuidOf = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** An OSCAL catalog of these requirements; what stands before the point of a number is its list. */
export function edition(title: string, version: string, requirements: readonly Requirement[]): string {
  const groups = [...Map.groupBy(requirements, ({ id }) => id.split('.')[0] ?? '')].map(([id, controls]) => ({
    id,
    title: `Liste ${id}`,
    controls: controls.map((one) => ({
      id: one.id,
      title: one.title,
      props: [{ name: 'alt-identifier', value: uuidOf(one.key) }],
      parts: [{ id: `${one.id}_stm`, name: 'statement', prose: one.text }],
    })),
  }))
  return JSON.stringify({
    catalog: {
      uuid: `c0000000-0000-4000-8000-00000000000${version[0]}`,
      metadata: { title, version, 'last-modified': '2026-05-01T08:00:00Z', 'oscal-version': '1.1.3' },
      groups,
    },
  })
}

const netPlan = { key: 1, title: 'Netzplan', text: 'Es gibt einen Netzplan.' }
const waiting = { key: 2, title: 'Warteraum', text: 'Fremde Geräte warten in einem Warteraum.' }
const phones = { key: 5, title: 'Telefonliste', text: 'Die Telefonliste ist aktuell.' }

/** NET.4 is gone in the second edition, and its number given away. */
export const first: Requirement[] = [
  { id: 'NET.1', ...netPlan },
  { id: 'NET.2', ...waiting },
  { id: 'NET.3', key: 3, title: 'Fernzugang', text: 'Fernzugänge sind einzeln erlaubt.' },
  { id: 'NET.4', key: 4, title: 'Altes Modem', text: 'Kein Modem hängt am Netz.' },
  { id: 'TEL.1', ...phones },
  { id: 'TEL.2', key: 6, title: 'Anrufe', text: 'Anrufer werden geprüft.' },
]

/** NET.1 and NET.2 are swapped, TEL is RUF now; NET.3 and RUF.2 are changed, NET.4 is new. */
export const second: Requirement[] = [
  { id: 'NET.1', ...waiting },
  { id: 'NET.2', ...netPlan },
  { id: 'NET.3', key: 3, title: 'Fernzugang', text: 'Fernzugänge sind einzeln erlaubt und enden nach einem Jahr.' },
  { id: 'NET.4', key: 7, title: 'Funknetz', text: 'Das Funknetz ist verschlüsselt.' },
  { id: 'RUF.1', ...phones },
  { id: 'RUF.2', key: 6, title: 'Anrufer', text: 'Anrufer werden geprüft.' },
]

export interface Editions {
  jana: ApiClient
  organizationId: string
  /** Catalogs. */
  old: string
  new: string
  /** The check on the first edition: `/assessments/{id}`. */
  id: string
  at: string
}

export interface Part {
  count: number
  items: {
    before: { id: string; title: string } | null
    after: { id: string; title: string } | null
    answered: boolean
    changes: string[]
  }[]
}

export interface MigrationJson {
  assessmentId: string
  migratedFrom: string
  same: Part
  renumbered: Part
  changed: Part
  lost: Part
  new: Part
  title: string
}

export interface UndoneJson {
  assessmentId: string
  undone: boolean
  carriedBack: number
  left: number
  title: string
}

export interface Version {
  answer: string | null
  note: string
  version: number
  unconfirmed: boolean
  answeredBy: { name: string }
  answeredAt: string
}

/** Both editions imported, and a check of Musterstadt on the first one. */
export async function editionsOf(house: TestHouse, title: string): Promise<Editions> {
  const old = await importCatalog(house, edition(title, '1.0', first))
  const fresh = await importCatalog(house, edition(title, '2.0', second))
  const jana = await house.as(isb)
  const organizationId = await ownOrganization(jana)
  const { body } = await jana.post<AssessmentJson>('/assessments', { organizationId, catalogId: old })
  return { jana, organizationId, old, new: fresh, id: body.id, at: `/assessments/${body.id}` }
}

/** NET.1 in two versions, NET.3 and NET.4 with yes, TEL.2 with no; NET.2 and TEL.1 are open. */
export async function answerHalf({ jana, at }: Editions): Promise<void> {
  const given: [string, string, string, number?][] = [
    ['NET.1', 'no', 'Wird gezeichnet'],
    ['NET.1', 'yes', 'Hängt im Serverraum', 1],
    ['NET.3', 'yes', 'Nur Dienstleister'],
    ['NET.4', 'yes', 'Abgebaut 2019'],
    ['TEL.2', 'no', 'Kommt noch'],
  ]
  for (const [id, answer, note, version] of given) {
    const { status, text } = await jana.put(`${at}/answers/${id}`, { answer, note, version })
    if (status !== 200) throw new Error(text)
  }
}

export const migrate = (client: ApiClient, { at, new: catalogId }: Editions, dryRun = false) =>
  client.post<MigrationJson>(`${at}/migration${dryRun ? '?dryRun=1' : ''}`, { catalogId })

export const undo = (client: ApiClient, at: string) => client.post<UndoneJson>(`${at}/migration`, { undo: true })

/** The versions of an answer, the first one first. */
export const versionsOf = async (client: ApiClient, at: string, control: string): Promise<Version[]> =>
  ((await client.get<{ items?: Version[] }>(`${at}/answers/${control}/history?limit=50`)).body.items ?? []).toReversed()

export const idsOf = (part: Part): string[] =>
  part.items.map(({ before, after }) => [before?.id ?? '–', after?.id ?? '–'].join('→'))
