import type { Temporal } from 'temporal-polyfill'

/** Somebody without an account declared interest in a programme. */
export interface Interest {
  id: string
  programmeId: string
  /** From the register; null where the name was only written. */
  municipality: { id: string; name: string; kind: string; county: string | null } | null
  municipalityName: string
  name: string
  function: string
  email: string
  phone: string
  message: string
  receivedAt: Temporal.Instant
  outcome: 'taken' | 'declined' | null
  enrollmentId: string | null
  decidedAt: Temporal.Instant | null
  decidedByName: string | null
  reason: string
}

/** What strangers may know of a programme that runs. */
export interface PublicProgramme {
  id: string
  key: string
  name: string
  summary: string
  /** Markdown. */
  about: string
  runBy: string | null
  contractor: string | null
  deadline: string | null
  takesInterest: boolean
  openTo: string[]
  expected: number | null
  totalCents: number | null
  contact: { name: string; email: string; phone: string }
  steps: { title: string; duty: string; acts: string; isOptional: boolean }[]
  stages: { title: string; amountCents: number }[]
  documents: { title: string; isRequired: boolean }[]
}

export interface Place {
  id: string
  name: string
  kind: string
  county: string | null
}

/** Whether somebody may declare interest on this local day, or why not. */
export function closedBecause(
  { name, takesInterest, deadline }: Pick<PublicProgramme, 'name' | 'takesInterest' | 'deadline'>,
  today: string,
): string | undefined {
  if (!takesInterest) return `„${name}“ nimmt zurzeit keine neuen Kommunen auf.`
  return deadline !== null && today > deadline
    ? `Die Frist von „${name}“ ist vorbei. Neue Kommunen kommen nicht mehr dazu.`
    : undefined
}
