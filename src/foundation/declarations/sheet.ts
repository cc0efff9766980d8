import { type Block, type Paper, run } from '#kernel/paper.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Temporal } from 'temporal-polyfill'

export interface Section {
  title: string
  lines: string[]
}

/** A text that is signed. The same facts give the same bytes: nothing in it depends on when it is shown. */
export interface Sheet {
  title: string
  sections: Section[]
}

/** A name cannot pretend to be a further line. */
const oneLine = (line: string): string => line.replaceAll(/\s+/g, ' ').trim()

/** The bytes whose hash is signed. */
export const sheetText = ({ title, sections }: Sheet): string =>
  `${[title, ...sections.map((part) => [part.title, ...part.lines.map((line) => `- ${oneLine(line)}`)].join('\n'))].join('\n\n')}\n`

/** A signed text back in its parts, to be shown as it was. */
export function readSheet(text: string): Sheet {
  const [title = '', ...parts] = text.trimEnd().split('\n\n')
  const sections = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n')
    return { title: heading, lines: lines.map((line) => line.replace(/^- /, '')) }
  })
  return { title, sections }
}

/** Markdown and blank lines become lines of their own. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => oneLine(part))
    .filter((part) => part !== '')

/** "Niemand unterschreibt hier": the line that names who signs, last of all. */
export const signerSection = (signer: Signer | null): Section[] =>
  signer
    ? [{ title: 'Unterschrift', lines: [`Es unterschreibt ${signer.name} (${signer.roleName}, ${signer.place}).`] }]
    : []

export interface Signer {
  name: string
  roleName: string
  place: string
}

interface PaperFacts {
  organization: string
  subject: string
  madeAt: Temporal.Instant
  sha256: string
  /** Who has signed already; without it there is room for a hand. */
  signed?: string | undefined
}

/** The sheet as paper for the council or the chief executive. */
export function sheetPaper(sheet: Sheet, { organization, subject, madeAt, sha256, signed }: PaperFacts): Paper {
  const day = germanDay(localDay(madeAt))
  const room = '\n\n\n____________________________'
  return {
    title: `${sheet.title}: ${organization}`,
    author: organization,
    subject,
    madeAt: madeAt.toString(),
    head: { left: `${organization} · ${sheet.title}`, right: `Stand ${day}` },
    foot: `SHA-256 dieses Textes ${sha256.slice(0, 16)}…`,
    blocks: [
      { kind: 'heading', level: 1, text: sheet.title },
      ...sheet.sections.flatMap((section): Block[] => [
        { kind: 'heading', level: 2, text: section.title },
        ...section.lines.map((line): Block => ({ kind: 'paragraph', line: [run(line)] })),
      ]),
      { kind: 'heading', level: 2, text: signed === undefined ? 'Unterschrift von Hand' : 'Unterschrieben' },
      {
        kind: 'signatures',
        items:
          signed === undefined
            ? [
                { side: 'Ort und Datum', text: room },
                { side: 'Name, Amt und Unterschrift', text: room },
              ]
            : [{ side: `Für ${organization}`, text: signed }],
      },
    ],
  }
}
