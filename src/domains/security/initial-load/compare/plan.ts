import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { ContactFunction } from '#foundation/organizations/index.ts'
import type { ToldAppointment } from '#domains/security/appointments/index.ts'
import type { ToldDocument } from '#domains/security/participation/index.ts'
import type { Programme, RoadCare, ToldRoad } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { OpeningAmount, Stand, StandContact, StandRoad } from '../stand.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import type { Fault } from '../workbook/table.ts'
import type { Change, MunicipalityDifference } from './differences.ts'
import { type Found, Register, type WantedMunicipality } from './register.ts'

/** What is written when the workbook is loaded. Municipalities that are new stand in it by their placeholder. */
export interface Plan {
  wanted: Map<string, WantedMunicipality>
  roads: ToldRoad[]
  care: RoadCare[]
  contacts: (Omit<StandContact, 'version' | 'function'> & { function: ContactFunction; version: number | undefined })[]
  appointments: ToldAppointment[]
  amounts: OpeningAmount[]
  documents: ToldDocument[]
}

/** A comparison while it runs: what it knows, what it has found out, and what would be written. */
export class Comparison {
  readonly programme: Programme
  readonly stand: Stand
  readonly today: string
  readonly adds: boolean
  readonly register: Register
  readonly roads: ReadonlyMap<string, StandRoad>
  readonly faults: Fault[] = []
  readonly plan: Plan = {
    wanted: new Map(),
    roads: [],
    care: [],
    contacts: [],
    appointments: [],
    amounts: [],
    documents: [],
  }
  readonly #found = new Map<string, MunicipalityDifference>()
  readonly #onRoad: Set<string>

  constructor({ now }: Pick<Context, 'now'>, programme: Programme, stand: Stand, adds: boolean) {
    this.programme = programme
    this.stand = stand
    this.today = localDay(now).toString()
    this.adds = adds
    this.register = new Register(stand.municipalities)
    this.roads = new Map(stand.roads.map((road) => [road.organizationId, road]))
    this.#onRoad = new Set(this.roads.keys())
  }

  get found(): ReadonlyMap<string, MunicipalityDifference> {
    return this.#found
  }

  /** Takes part, or will with this workbook. */
  isOnRoad = (organizationId: string): boolean => this.#onRoad.has(organizationId)

  begins(organizationId: string): void {
    this.#onRoad.add(organizationId)
    this.entry(organizationId).isNew = true
  }

  /** The row falls out, with all that is wrong in it. */
  refuse(row: RowReader): void {
    this.faults.push(...row.faults)
  }

  /** Its id, or the placeholder of one that is added with the workbook. */
  name(found: NonNullable<Found>): string {
    if ('there' in found) {
      this.#enter(found.there.id, { organizationId: found.there.id, name: found.there.name })
      return found.there.id
    }
    const { placeholder } = found.wanted
    const isFirst = !this.plan.wanted.has(placeholder)
    if (isFirst) this.plan.wanted.set(placeholder, found.wanted)
    this.#enter(placeholder, { organizationId: null, name: found.wanted.name })
    if (isFirst) this.change(placeholder, { field: 'Kommune', before: '', after: 'wird im Verzeichnis angelegt' })
    return placeholder
  }

  #enter(id: string, { organizationId, name }: Pick<MunicipalityDifference, 'organizationId' | 'name'>): void {
    if (!this.#found.has(id)) this.#found.set(id, { organizationId, name, isNew: false, changes: [], notes: [] })
  }

  entry(id: string): MunicipalityDifference {
    const entry = this.#found.get(id)
    if (!entry) throw new Error('a municipality is compared that no row has named')
    return entry
  }

  change(id: string, ...changes: Change[]): void {
    this.entry(id).changes.push(...changes.filter(({ before, after }) => before !== after))
  }

  remark(id: string, note: string): void {
    this.entry(id).notes.push(note)
  }
}

/** 31.12.2026; '' for no day. */
export const dayInWords = (day: string | null): string => (day === null ? '' : germanDay(Temporal.PlainDate.from(day)))
