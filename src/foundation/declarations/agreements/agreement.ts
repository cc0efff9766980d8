import { germanDay } from '#kernel/local-day.ts'
import { Temporal } from 'temporal-polyfill'
import { paragraphsOf, type Sheet, type Signer, signerSection } from '../sheet.ts'

export const agreementNames = {
  dataProcessing: 'Vereinbarung zur Auftragsverarbeitung',
  confidentiality: 'Vereinbarung zur Vertraulichkeit',
  scanPermission: 'Erlaubnis zum Scannen',
} as const

export type AgreementKind = keyof typeof agreementNames
export const agreementKinds = Object.keys(agreementNames) as [AgreementKind, ...AgreementKind[]]
export const isAgreementKind = (text: string | undefined): text is AgreementKind =>
  agreementKinds.some((kind) => kind === text)

export interface Agreement {
  id: string
  enrollmentId: string
  organizationId: string
  organizationName: string
  programmeId: string
  kind: AgreementKind
  contractor: { id: string; name: string } | null
  targets: string
  timeWindow: string
  /** Whose systems are scanned; empty: the municipality's own. */
  systemsOwner: string
  validFrom: string
  validUntil: string | null
  way: 'portal' | 'paper'
  shown: string
  shownSha256: string
  fileId: string | null
  fileName: string | null
  signerName: string
  signedOn: string
  ownerFileId: string | null
  ownerSigner: string
  ownerSignedOn: string | null
  revokedAt: Temporal.Instant | null
  revocationReason: string
}

export type AgreementState = 'revoked' | 'waitsForOwner' | 'planned' | 'valid' | 'endsSoon' | 'ended'

/** So many days before its end somebody is told. */
export const soonDays = 30

/** How it stands on a local day. */
export function agreementState(
  {
    revokedAt,
    systemsOwner,
    ownerFileId,
    validFrom,
    validUntil,
  }: Pick<Agreement, 'revokedAt' | 'systemsOwner' | 'ownerFileId' | 'validFrom' | 'validUntil'>,
  today: Temporal.PlainDate,
): AgreementState {
  const day = today.toString()
  if (revokedAt !== null) return 'revoked'
  if (validUntil !== null && validUntil < day) return 'ended'
  if (systemsOwner !== '' && ownerFileId === null) return 'waitsForOwner'
  if (validFrom > day) return 'planned'
  return validUntil !== null && validUntil <= today.add({ days: soonDays }).toString() ? 'endsSoon' : 'valid'
}

export const agreementStateNames: Record<AgreementState, string> = {
  revoked: 'widerrufen',
  waitsForOwner: 'Zustimmung fehlt',
  planned: 'gilt später',
  valid: 'gilt',
  endsSoon: 'endet bald',
  ended: 'abgelaufen',
}

export interface AgreementWish {
  kind: AgreementKind
  targets: string
  timeWindow: string
  systemsOwner: string
  validFrom: string
  validUntil: string | null
}

interface Facts {
  wish: AgreementWish
  organization: string
  programme: string
  runBy: string
  contractor: string
  signer: Signer | null
}

const inWords = (day: string): string => germanDay(Temporal.PlainDate.from(day))

/** What is agreed, in the words that are signed. */
export const agreementSheet = ({ wish, organization, programme, runBy, contractor, signer }: Facts): Sheet => ({
  title: `${agreementNames[wish.kind]}: ${programme}`,
  sections: [
    {
      title: 'Zwischen wem',
      lines: [
        `Kommune: ${organization}`,
        `Auftragnehmer: ${contractor}`,
        `Verbund: ${runBy}`,
        `Programm: ${programme}`,
      ],
    },
    { title: 'Was vereinbart ist', lines: terms(wish.kind, contractor, organization) },
    ...(wish.kind === 'scanPermission'
      ? [
          { title: 'Was gescannt werden darf', lines: wish.targets.split('\n').flatMap((line) => paragraphsOf(line)) },
          { title: 'Wann', lines: [wish.timeWindow === '' ? 'nach Absprache' : wish.timeWindow] },
          {
            title: 'Wem die Systeme gehören',
            lines: [
              wish.systemsOwner === ''
                ? `${organization} betreibt die genannten Systeme selbst.`
                : `Die Systeme gehören ${wish.systemsOwner}. Die Erlaubnis gilt erst, wenn auch dieser Eigentümer zugestimmt hat.`,
            ],
          },
        ]
      : []),
    {
      title: 'Wie lange',
      lines: [
        wish.validUntil === null
          ? `Ab ${inWords(wish.validFrom)} bis zum Ende des Programms.`
          : `Von ${inWords(wish.validFrom)} bis ${inWords(wish.validUntil)}.`,
        'Die Kommune kann jederzeit widerrufen; was bis dahin geschehen ist, bleibt erlaubt.',
      ],
    },
    ...signerSection(signer),
  ],
})

function terms(kind: AgreementKind, contractor: string, organization: string): string[] {
  switch (kind) {
    case 'dataProcessing':
      return [
        `${contractor} verarbeitet personenbezogene Daten von ${organization} nur, soweit es für die Prüfung im Programm nötig ist, und nur nach Weisung (Artikel 28 DSGVO).`,
        'Gegenstand sind dienstliche Kontakte, Antworten, Nachweise und Befunde der Prüfung. Besondere Kategorien personenbezogener Daten sind nicht vorgesehen.',
        'Wer dort damit arbeitet, ist zur Vertraulichkeit verpflichtet. Schutzmaßnahmen nach Artikel 32 DSGVO sind getroffen und werden auf Verlangen gezeigt.',
        'Weitere Unternehmen werden nur nach vorheriger Zustimmung eingeschaltet. Verletzungen des Schutzes werden unverzüglich gemeldet.',
        'Nach dem Ende werden die Daten nach Wahl der Kommune zurückgegeben oder gelöscht, soweit keine Pflicht zur Aufbewahrung besteht.',
      ]
    case 'confidentiality':
      return [
        `${contractor} behandelt alles, was bei ${organization} bekannt wird, vertraulich, auch nach dem Ende des Programms.`,
        'Weitergegeben wird nur an Personen, die für die Prüfung damit arbeiten, und an den Verbund, soweit das Programm es vorsieht.',
        'Unterlagen werden verschlüsselt aufbewahrt und übermittelt.',
      ]
    case 'scanPermission':
      return [
        `${organization} erlaubt ${contractor}, die unten genannten Systeme in der genannten Zeit auf Schwachstellen zu untersuchen.`,
        'Der Betrieb soll nicht gestört werden. Wird er es doch, endet der Scan sofort, und die Kommune wird angerufen.',
        'Nicht genannte Systeme werden nicht untersucht.',
      ]
  }
}
