import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { sideNames } from '../sign-off.ts'
import type { SignOffData } from './load-sign-off.ts'

interface Deed {
  at: Temporal.Instant
  what: string
  who: string
  why: string
}

/** What happened to the signatures; only shown when something was taken back or asked for. */
export function SignOffHistory({ data }: { data: SignOffData }) {
  const deeds = deedsOf(data)
  if (deeds.every(({ why }) => why === '')) return null
  return (
    <Panel id="verlauf" title="Verlauf">
      <Table
        caption="Das Neueste zuerst; nichts wird gelöscht"
        stack
        rows={deeds.toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds)}
        columns={[
          { header: 'Was', rowHeader: true, cell: ({ what }) => what },
          { header: 'Wer', cell: ({ who }) => who },
          { header: 'Am', cell: ({ at }) => `${germanDay(localDay(at))}, ${germanTime(at)}` },
          { header: 'Grund', cell: ({ why }) => (why === '' ? '–' : why) },
        ]}
      />
    </Panel>
  )
}

function deedsOf({ signOffs, reopenings, names }: SignOffData): Deed[] {
  const nameOf = (id: string | null): string => names.get(id ?? '') ?? 'Ehemalige Person'
  return [
    ...signOffs.flatMap(({ side, signedBy, signedAt, withdrawnAt, withdrawnBy, withdrawalReason }) => [
      { at: signedAt, what: `${sideNames[side]} unterschreibt`, who: nameOf(signedBy), why: '' },
      ...(withdrawnAt
        ? [
            {
              at: withdrawnAt,
              what: `Unterschrift ${side === 'organization' ? 'der Kommune' : 'des Prüfhauses'} gilt nicht mehr`,
              who: nameOf(withdrawnBy),
              why: withdrawalReason ?? '',
            },
          ]
        : []),
    ]),
    ...reopenings.flatMap(({ askedSide, askedBy, askedAt, reason, decidedAt, decidedBy, agreed }) => [
      { at: askedAt, what: `${sideNames[askedSide]} bittet um Wiederöffnung`, who: nameOf(askedBy), why: reason },
      ...(decidedAt
        ? [
            {
              at: decidedAt,
              what: agreed ? 'Wiederöffnung zugestimmt' : 'Wiederöffnung abgelehnt',
              who: nameOf(decidedBy),
              why: reason,
            },
          ]
        : []),
    ]),
  ]
}
