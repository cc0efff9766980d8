import { Description } from '#ui/description/description.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { dateInWords, type Event, placeInWords, runInWords } from '../../event/event.ts'

/** Seats and who gets them, in one sentence each. */
export function rulesInWords(event: Event): string[] {
  const shares = event.populationQuota
  return [
    event.capacity === null
      ? 'So viele Plätze, wie Menschen kommen.'
      : event.capacity === 1
        ? 'Ein Platz.'
        : `${event.capacity} Plätze.`,
    ...(event.perOrganization === null
      ? []
      : [`Je Kommune ${event.perOrganization === 1 ? 'ein Platz' : `${event.perOrganization} Plätze`}.`]),
    ...(shares ? [`Plätze nach Einwohnerzahl: ${shares.map(shareInWords).join(', ')}.`] : []),
    ...(event.prerequisiteTitle ? [`Vorausgesetzt ist das Zertifikat von „${event.prerequisiteTitle}“.`] : []),
    ...(event.needsDeclaration ? ['Für Kommunen mit Teilnahmeerklärung zum Programm.'] : []),
    ...(event.needsApproval ? ['Jede Anmeldung wird einzeln zugelassen.'] : []),
    ...(event.capacity === null
      ? []
      : [
          event.promotion === 'offer'
            ? `Freie Plätze werden der Reihe nach mit ${event.offerHours} Stunden Frist angeboten, bis ${event.offerStopHours} Stunden vor Beginn.`
            : 'Freie Plätze gehen sofort an die Warteliste, der Reihe nach.',
        ]),
    ...(event.passPercent === null ? [] : [`Zertifikat ab ${event.passPercent} % der Termine.`]),
  ]
}

const shareInWords = ({ upTo, seats }: { upTo: number | null; seats: number }): string =>
  upTo === null ? `sonst ${seats}` : `bis ${upTo.toLocaleString('de-DE')} Einwohner ${seats}`

/** What strangers will read, in plain form. */
export const PublicView = ({ event }: { event: Event }) => (
  <Panel id="vorschau" title={event.title} note={runInWords(event)}>
    <div class="lw-stack">
      {event.lead !== '' && <p class="lw-measure">{event.lead}</p>}
      {event.outcomes !== '' && (
        <ul class="lw-list">
          {event.outcomes
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <li>{line}</li>
            ))}
        </ul>
      )}
      <Description
        items={[
          { term: 'Für wen', details: event.targetGroup },
          { term: 'Wer spricht', details: event.speakers },
          { term: 'Kosten', details: event.costRule },
          { term: 'Barrierefreiheit', details: event.accessibility },
          { term: 'Plätze', details: rulesInWords(event).join(' ') },
        ].filter(({ details }) => details !== '')}
      />
      {event.dates.length > 0 && (
        <Table
          caption="Termine"
          stack
          rows={event.dates}
          columns={[
            { header: 'Wann', cell: dateInWords, rowHeader: true },
            { header: 'Wo', cell: (date) => placeInWords(date) || 'noch offen' },
            { header: 'Thema', cell: ({ topic }) => topic },
          ]}
        />
      )}
    </div>
  </Panel>
)
