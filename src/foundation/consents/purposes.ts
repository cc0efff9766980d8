/** One wording of what somebody consents to. A published one is never changed: a further version follows it. */
export interface PurposeText {
  version: number
  /** Of `textOf`, in hex: what a consent keeps beside the version. */
  sha256: string
  title: string
  sections: readonly { title: string; lines: readonly string[] }[]
  /** The sentence one ticks. */
  statement: string
}

export interface Purpose {
  key: PurposeKey
  title: string
  /** In one sentence, for the list. */
  about: string
  /** From when a consent and its revocation are heeded. */
  heeded: string
  /** What happens with a revocation, beside the button. */
  revoking: string
  /** Kinds of organizations that are asked. */
  asked: readonly string[]
  /** The current one first; older ones stay, because consents hold on them. */
  texts: readonly [PurposeText, ...PurposeText[]]
}

/** Further purposes come with the modules that heed them: what does nothing is not offered. */
export const purposeKeys = ['namedInStatePicture'] as const
export type PurposeKey = (typeof purposeKeys)[number]

export const purposes: readonly Purpose[] = [
  {
    key: 'namedInStatePicture',
    title: 'Mit Namen im Landesbild',
    about: 'Erlaubt, Ihre Kommune im Landesbild mit Namen, Gesamtergebnis und Phase zu zeigen.',
    heeded: 'Das gilt ab dem nächsten Bild.',
    revoking:
      'Ab dem nächsten Bild steht Ihre Kommune dort nicht mehr mit Namen. Was schon veröffentlicht ist, bleibt veröffentlicht.',
    asked: ['county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality'],
    texts: [
      {
        version: 1,
        sha256: 'b042f508a7a560731becbfbb8b4ee487885cada30bb27b2b83bbb4c1e7b8b421',
        title: 'Mit Namen im Landesbild',
        statement: 'Unsere Kommune soll im Landesbild mit Namen, Gesamtergebnis und Phase stehen.',
        sections: [
          {
            title: 'Worum es geht',
            lines: [
              'Das Landesbild zeigt, wie weit die Kommunen eines Programms mit ihrer Informationssicherheit sind: als Zahlen über mindestens fünf Kommunen und ohne Namen.',
              'Mit Ihrer Einwilligung steht Ihre Kommune dort zusätzlich mit Namen, in jedem Programm, an dem sie teilnimmt.',
            ],
          },
          {
            title: 'Was gezeigt wird',
            lines: [
              'Der Name Ihrer Kommune, ihr Gesamtergebnis in ganzen Prozent aus der letzten abgenommenen Prüfung und die Phase, in der sie im Programm steht.',
              'Ohne abgenommene Prüfung: nur Name und Phase.',
              'Nicht gezeigt werden Ergebnisse einzelner Listen und Fragen, Antworten, Nachweise, Maßnahmen und Beträge.',
            ],
          },
          {
            title: 'Wer es sieht',
            lines: [
              'Wer das Programm beobachtet, zum Beispiel das Ministerium; die Programmleitung und die Lotsen; die Kommunen, die am selben Programm teilnehmen.',
              'Wer das Programm beobachtet, kann ein Bild für die Öffentlichkeit freigeben. Dann sehen es alle.',
            ],
          },
          {
            title: 'Ab wann',
            lines: [
              'Ab dem nächsten Bild. Bilder entstehen an festen Tagen im Jahr; frühere ändern sich nicht.',
              'Solange Sie nicht widerrufen und Ihre Kommune am Programm teilnimmt.',
            ],
          },
          {
            title: 'Wenn Sie widerrufen',
            lines: [
              'Das geht jederzeit und ohne Grund. Ab dem nächsten Bild steht Ihre Kommune dort nicht mehr mit Namen.',
              'Was schon veröffentlicht ist, bleibt veröffentlicht.',
            ],
          },
          {
            title: 'Freiwillig',
            lines: [
              'Die Einwilligung ist freiwillig. Ohne sie geht nichts verloren: Teilnahme, Budget und Unterstützung hängen nicht von ihr ab.',
              'In den Zahlen ohne Namen zählt Ihre Kommune in jedem Fall mit.',
              'Es geht um Angaben über Ihre Verwaltung, nicht über einzelne Menschen. Deshalb entscheidet die Verwaltungsleitung.',
            ],
          },
        ],
      },
    ],
  },
]

/** The bytes whose hash is kept. */
export const textOf = ({ title, sections, statement }: PurposeText): string =>
  `${[title, ...sections.map((part) => [part.title, ...part.lines.map((line) => `- ${line}`)].join('\n')), statement].join('\n\n')}\n`

export const currentText = ({ texts: [current] }: Purpose): PurposeText => current

export const textVersion = ({ texts }: Purpose, version: number): PurposeText | undefined =>
  texts.find((text) => text.version === version)

/** A newer wording has followed; what was given on this one holds on as it was given. */
export const isSuperseded = (purpose: Purpose, version: number): boolean => version < currentText(purpose).version

export const findPurpose = (key: string | undefined): Purpose | undefined => purposes.find((one) => one.key === key)

/** What an organization of this kind is asked. */
export const purposesFor = (kind: string | undefined): Purpose[] =>
  purposes.filter(({ asked }) => kind !== undefined && asked.includes(kind))

export const purposeTitle = (key: string | undefined): string => findPurpose(key)?.title ?? ''
