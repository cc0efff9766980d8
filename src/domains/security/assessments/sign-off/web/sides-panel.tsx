import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { everyRoleInWords } from '#foundation/identity/index.ts'
import { shortHash } from '#foundation/signatures/index.ts'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { Side } from '../../reviews/review.ts'
import { ofSide, sideNames } from '../sign-off.ts'
import type { SignOffData } from './load-sign-off.ts'

/** Who has signed, who is missing, and who can do something about it. */
export const SidesPanel = ({ data, now }: { data: SignOffData; now: Temporal.Instant }) => (
  <Panel id="unterschriften" title="Unterschriften">
    <Table
      caption="Beide Seiten unterschreiben denselben Stand"
      captionHidden
      stack
      rows={(['organization', 'assessor'] as const).map((side) => ({ side, signed: ofSide(data.signOffs, side) }))}
      columns={[
        { header: 'Seite', rowHeader: true, cell: ({ side }) => sideNames[side] },
        {
          header: 'Stand',
          cell: ({ signed }) =>
            signed ? <Tag state="ok">unterschrieben</Tag> : <Tag state="none">noch nicht unterschrieben</Tag>,
        },
        {
          header: 'Wer',
          cell: ({ side, signed }) =>
            signed
              ? `${signed.signerName ?? 'Ehemalige Person'}, ${everyRoleInWords([signed.role])}, ${signed.actingFor}`
              : missing(side, data.candidates[side]),
        },
        {
          header: 'Wann',
          cell: ({ signed }) => (signed ? germanMoment(signed.signedAt, now) : '–'),
        },
        { header: 'Fingerabdruck', cell: ({ signed }) => (signed ? shortHash(signed.shownSha256) : '–') },
      ]}
    />
  </Panel>
)

function missing(side: Side, candidates: readonly { name: string }[]): string {
  const names = candidates.map(({ name }) => name).join(', ')
  const able = `Unterschreiben ${candidates.length === 1 ? 'kann' : 'können'}: ${names}`
  if (side === 'organization')
    return names === ''
      ? 'Niemand hat zurzeit die Aufgabe Verwaltungsleitung oder Informationssicherheit. Aufgaben gibt, wer in der Kommune die Zugänge verwaltet.'
      : able
  return names === ''
    ? 'Zum Prüfen ist zurzeit niemand zugewiesen. Wer prüft, legt die Programmleitung des Verbunds fest.'
    : able
}
