import { encodeQR } from 'qr'
import type { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Block, type Paper, run, words } from '#kernel/paper.ts'
import { percentInWords } from '../attendance/attendance.ts'
import {
  attendedMinutes,
  type Certificate,
  dayOf,
  type Facts,
  hoursInWords,
  periodInWords,
  stateInWords,
  stateOf,
} from './certificate.ts'

const headings = { valid: 'Zertifikat', replaced: 'Zertifikat (ersetzt)', revoked: 'Zertifikat (zurückgezogen)' }

interface Sheet {
  certificate: Certificate
  /** Where anybody checks the number. */
  address: string
  madeAt: Temporal.Instant
}

/** One page: who, what, how much of it, and how anybody checks that it is true. */
export function certificatePaper({ certificate, address, madeAt }: Sheet): Paper {
  const { number, holderName, facts, issuedAt } = certificate
  const issued = germanDay(localDay(issuedAt))
  return {
    title: `Zertifikat: ${facts.title}, ${holderName}`,
    author: facts.organizer,
    subject: `Teilnahme an „${facts.title}“, Nummer ${number}`,
    madeAt: madeAt.toString(),
    head: { left: facts.organizer, right: number },
    foot: `Zertifikat ${number}`,
    fits: 1,
    blocks: [
      {
        kind: 'masthead',
        title: facts.organizer,
        under: facts.run,
        right: number,
        rightSmall: `ausgestellt ${issued}`,
      },
      {
        kind: 'diploma',
        over: headings[stateOf(certificate)],
        title: holderName,
        under: `hat teilgenommen an: ${facts.title}`,
      },
      ...(stateOf(certificate) === 'valid'
        ? []
        : [
            {
              kind: 'paragraph' as const,
              line: [run(`Dieses Zertifikat ist ${stateInWords(certificate)}.`, 'strong')],
            },
          ]),
      { kind: 'paragraph', line: [run(`${facts.run}, ${periodInWords(facts)}. Veranstaltet von ${facts.organizer}.`)] },
      {
        kind: 'figures',
        items: [
          { value: String(facts.attended), unit: `von ${facts.of}`, label: facts.of === 1 ? 'Termin' : 'Terminen' },
          { value: percentInWords(facts), unit: '', label: 'Anwesenheit' },
          { value: hoursInWords(attendedMinutes(facts)).replace(/ .*/, ''), unit: 'Stunden', label: 'Umfang' },
        ],
      },
      ...learned(facts),
      { kind: 'heading', level: 2, text: 'Termine' },
      datesOf(facts),
      {
        kind: 'code',
        rows: encodeQR(address, 'raw', { border: 2, ecc: 'medium' }).map((row) =>
          row.map((dark) => (dark ? '1' : '0')).join(''),
        ),
        line: [
          run('Ob dieses Zertifikat gilt, sagt jederzeit diese Adresse: '),
          // In pieces: long words are given places to break, and those would be copied along.
          ...address.split(/(?<=\/)/).map((part) => run(part, 'strong')),
          run('\nDas Zertifikat gilt ohne Unterschrift.'),
        ],
      },
    ],
  }
}

const learned = ({ outcomes }: Facts): Block[] =>
  outcomes.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Inhalte' },
        { kind: 'list', ordered: false, items: outcomes.map((text) => [run(text)]) },
      ]

const datesOf = ({ dates }: Facts): Block => ({
  kind: 'table',
  caption: '',
  columns: [
    { header: 'Tag', width: 2 },
    { header: 'Dauer', width: 2 },
    { header: 'Thema', width: 6 },
    { header: 'Teilgenommen', width: 2 },
  ],
  rows: dates.map(({ day, minutes, topic, attended }) => [
    words(dayOf(day)),
    words(hoursInWords(minutes)),
    words(topic === '' ? '–' : topic),
    words(attended ? 'ja' : 'nein'),
  ]),
})
