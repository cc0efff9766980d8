import type { Temporal } from 'temporal-polyfill'
import { paragraphsOf, type Section, type Sheet, type Signer, signerSection } from '../sheet.ts'

/** What may lie beside a declaration; chosen before it is signed, named in it. */
export const attachmentNames = {
  councilResolution: 'Beschluss des Rates',
  authorization: 'Vollmacht der unterschreibenden Person',
  dataProcessing: 'Vereinbarung zur Auftragsverarbeitung',
  confidentiality: 'Vereinbarung zur Vertraulichkeit',
  scanPermission: 'Erlaubnis zum Scannen',
} as const

export type Attachment = keyof typeof attachmentNames
export const attachments = Object.keys(attachmentNames) as [Attachment, ...Attachment[]]

export interface Declaration {
  id: string
  enrollmentId: string
  organizationId: string
  programmeId: string
  textVersion: number
  contractor: { id: string; name: string } | null
  attachments: string[]
  way: 'portal' | 'paper'
  shown: string
  shownSha256: string
  fileId: string | null
  fileName: string | null
  signerName: string
  signedOn: string
  recordedBy: string
  recordedByName: string | null
  recordedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string
}

/** The one that counts. */
export const standing = (declarations: readonly Declaration[]): Declaration | undefined =>
  declarations.find(({ withdrawnAt }) => withdrawnAt === null)

interface Facts {
  programme: { name: string; runBy: string; text: string; version: number; contractor: string | null }
  organization: { name: string; kind: string; ars: string | null; county: string | null; population: number | null }
  contacts: { title: string; words: string }[]
  attachments: readonly Attachment[]
  signer: Signer | null
}

/** Everything that is declared, in the words that are signed. */
export function declarationSheet({ programme, organization, contacts, attachments: chosen, signer }: Facts): Sheet {
  return {
    title: `Erklärung zur Teilnahme: ${programme.name}`,
    sections: [
      {
        title: 'Worum es geht',
        lines: [
          `Programm: ${programme.name}`,
          `Verbund: ${programme.runBy}`,
          `Text in der Fassung ${programme.version}`,
        ],
      },
      { title: 'Was die Kommune erklärt', lines: paragraphsOf(programme.text) },
      { title: 'Kommune', lines: placeLines(organization) },
      { title: 'Kontakte für das Programm', lines: contacts.map(({ title, words }) => `${title}: ${words}`) },
      {
        title: 'Auftragnehmer',
        lines: [
          programme.contractor === null
            ? 'Für dieses Programm ist kein Auftragnehmer benannt.'
            : `Im Auftrag des Verbunds arbeitet ${programme.contractor}. Wer von dort kommt, wird der Kommune vorher genannt.`,
        ],
      },
      {
        title: 'Anlagen',
        lines:
          chosen.length === 0
            ? ['keine']
            : attachments.filter((key) => chosen.includes(key)).map((key) => attachmentNames[key]),
      },
      ...signerSection(signer),
    ] satisfies Section[],
  }
}

const placeLines = ({ name, kind, ars, county, population }: Facts['organization']): string[] => [
  `Name: ${name}`,
  `Art: ${kind}`,
  ...(ars ? [`Regionalschlüssel: ${ars}`] : []),
  ...(county ? [`Landkreis: ${county}`] : []),
  ...(population === null ? [] : [`Einwohnerzahl: ${population.toLocaleString('de-DE')}`]),
]
