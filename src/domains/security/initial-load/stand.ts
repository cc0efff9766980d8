import { createHash } from 'node:crypto'
import type { Amounts } from './workbook/amount.ts'
import type { AppointmentState, AppointmentStep, DocumentState, StepState } from './workbook/words.ts'

/** An organization of the register. */
export interface Municipality {
  id: string
  name: string
  kind: string
  ars: string | null
  ags: string | null
  county: string | null
  sortKey: string
}

/** One step as the database has it. */
export interface StandStep {
  key: string
  state: StepState
  onDay: string | null
  waitingFor: string | null
  missing: string
  note: string
}

export interface StandRoad {
  id: string
  organizationId: string
  state: 'active' | 'withdrawn'
  began: string
  withdrawnOn: string | null
  reason: string
  guide: string | null
  lastContactOn: string | null
  waitingSince: string | null
  steps: StandStep[]
}

export interface StandContact {
  organizationId: string
  function: string
  name: string
  email: string
  phone: string
  address: string
  note: string
  version: number
}

/** A date on a road, or one of the times that are offered for it. */
export interface StandAppointment {
  id: string
  organizationId: string
  step: AppointmentStep
  title: string
  day: string
  /** '' for the whole day. */
  from: string
  until: string
  place: string
  state: AppointmentState
  note: string
  /** A workbook brought it in, and nobody has decided about it in the portal: a workbook may tell it anew. */
  isOpen: boolean
}

export interface OpeningAmount extends Amounts {
  organizationId: string
  /** 0: all released stages together. */
  stage: number
}

export interface StandDocument {
  organizationId: string
  key: string
  state: DocumentState
  /** Nobody has said so in the portal: a workbook may tell it anew. */
  isOpen: boolean
}

/** All that a workbook is held against. */
export interface Stand {
  municipalities: Municipality[]
  roads: StandRoad[]
  contacts: StandContact[]
  appointments: StandAppointment[]
  amounts: OpeningAmount[]
  documents: StandDocument[]
  /** Who leads the programme or guides in it today. */
  staff: { id: string; email: string }[]
}

/** The same as long as nothing has changed that was compared. */
export const hashOf = (stand: Stand): string => createHash('sha256').update(JSON.stringify(stand)).digest('hex')
