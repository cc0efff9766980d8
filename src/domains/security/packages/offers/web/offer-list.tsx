import { germanDate } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { packageRoutes } from '../../routes.ts'
import { isValidOn, kindInWords, type Offer } from '../offer.ts'

/** All offers of a programme: those that can be had today, those to come, those that have ended. */
export function OfferList({
  programme,
  offers,
  today,
}: {
  programme: Programme
  offers: readonly Offer[]
  today: string
}) {
  const valid = offers.filter((offer) => isValidOn(offer, today))
  const coming = offers.filter(({ validFrom }) => validFrom > today)
  const ended = offers.filter(({ validUntil }) => validUntil !== null && validUntil < today)
  return (
    <>
      <PageHead
        title={`Angebote: ${programme.name}`}
        lead="Womit Kommunen ihre Lücken schließen können, und zu welchem Preis. Daraus entsteht der Vorschlag für jedes Maßnahmenpaket."
        actions={
          <ButtonLink href={packageRoutes.newOffer.href({ id: programme.id })} size="x-small" icon="add">
            Neues Angebot
          </ButtonLink>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {valid.length === 0 ? (
          <Empty level={2} title="Heute gilt kein Angebot">
            Ohne Angebote gibt es keinen Vorschlag für Maßnahmenpakete.
          </Empty>
        ) : (
          <Group id="gueltig" title="Heute gültig" offers={valid} />
        )}
        {coming.length > 0 && <Group id="kommend" title="Gilt später" offers={coming} />}
        {ended.length > 0 && <Group id="beendet" title="Beendet" offers={ended} />}
      </div>
    </>
  )
}

const Group = ({ id, title, offers }: { id: string; title: string; offers: readonly Offer[] }) => (
  <Panel id={id} title={title} note={String(offers.length)}>
    <Table
      caption={`${title}, nach Schlüssel`}
      captionHidden
      stack
      rows={offers}
      columns={[
        {
          header: 'Angebot',
          rowHeader: true,
          cell: (offer) => (
            <>
              <a class="lw-link" href={packageRoutes.offer.href({ id: offer.programmeId, offer: offer.id })}>
                {offer.title}
              </a>
              <span class="lw-table__sub">
                {[kindInWords(offer.kind), offer.contractor?.name, offer.detail].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        {
          header: 'Dauer',
          cell: ({ workDays, acceptanceDays }) => `${workDays} + ${acceptanceDays} Arbeitstage`,
        },
        { header: 'Schließt', cell: ({ closes }) => (closes.length === 1 ? '1 Eintrag' : `${closes.length} Einträge`) },
        {
          header: 'Gültig',
          cell: ({ validFrom, validUntil }) =>
            `ab ${germanDate(validFrom)}${validUntil ? ` bis ${germanDate(validUntil)}` : ''}`,
        },
        { header: 'Preis', numeric: true, cell: ({ priceCents }) => euro(priceCents) },
      ]}
    />
  </Panel>
)
