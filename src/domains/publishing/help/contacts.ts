import { type Contact, type ContactFunction, listContacts } from '#foundation/organizations/index.ts'
import { findLetterhead } from '#foundation/notifications/index.ts'
import type { PublicContext } from '#platform/http/context.ts'

/** Whom to ask, for somebody who is signed in. */
export interface Contacts {
  /** The own organization, and whom it names for this; none when nobody is named yet. */
  own: { id: string; name: string; contact: Contact | undefined } | undefined
  /** The cooperative, as it stands below its mails. */
  cooperative: { name: string; lines: string[] }
}

/** For what the chapters ask somebody of the own organization. */
const functions: Record<string, ContactFunction> = {
  'pruefung-beantworten': 'securityOffice',
  'basis-check': 'securityOffice',
  'mehrere-rahmenwerke': 'securityOffice',
  'glossar-sicherheit': 'securityOffice',
  abnahme: 'securityOffice',
  ergebnisse: 'securityOffice',
  anmelden: 'itDepartment',
  'sicher-anmelden': 'itDepartment',
  'protokoll-und-datenschutz': 'dataProtection',
}

/** The function that is asked about a chapter; whoever speaks with the cooperative for everything else. */
export const functionFor = (slug: string | undefined): ContactFunction => functions[slug ?? ''] ?? 'cooperative'

/** Two queries, on pages of help only. */
export async function findContacts(
  { db, actor }: PublicContext,
  slug: string | undefined,
): Promise<Contacts | undefined> {
  if (!actor) return undefined
  const { letterhead } = await findLetterhead(db)
  const cooperative = {
    name: letterhead.sender,
    // Lines with a placeholder say where the portal is: the reader is there already.
    lines: letterhead.footer.split('\n').filter((line) => line.trim() !== '' && !line.includes('{{')),
  }
  const place = actor.actingFor
  if (!place || place.kind === 'cooperative') return { own: undefined, cooperative }
  const wanted = functionFor(slug)
  const contact = (await listContacts(db, place.id)).find((each) => each.function === wanted)
  return { own: { id: place.id, name: place.name, contact }, cooperative }
}
