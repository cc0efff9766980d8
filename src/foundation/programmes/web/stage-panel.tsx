import { euro } from '#kernel/money.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { Programme, Stage } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { germanDate, requirementInWords } from './words.ts'

/** What each municipality gets, and which decision has released it. */
export const StagePanel = ({ programme }: { programme: Programme }) => {
  const { id, isLed, stages, totalCents } = programme
  if (stages.length === 0 && !isLed) return null
  const next = (stages.at(-1)?.number ?? 0) + 1
  return (
    <Panel id="mittel" title="Mittel" note={totalCents === null ? undefined : `zusammen bis ${euro(totalCents)}`}>
      <div class="lw-stack">
        {stages.length === 0 ? (
          <p class="lw-muted">Dieses Programm verteilt kein Geld.</p>
        ) : (
          <Table
            caption="Brutto, je Kommune"
            stack
            rows={stages}
            columns={[
              { header: 'Stufe', rowHeader: true, cell: (stage) => <Title programme={programme} stage={stage} /> },
              { header: 'Betrag', numeric: true, cell: ({ amountCents }) => euro(amountCents) },
              { header: 'Für', cell: ({ requires }) => requirementInWords(requires) },
              { header: 'Freigabe', cell: (stage) => <Release programme={programme} stage={stage} /> },
            ]}
          />
        )}
        {isLed && (
          <p>
            <ButtonLink
              href={programmeRoutes.stage.href({ id, number: String(next) })}
              size="x-small"
              icon="add"
            >{`Stufe ${next} anlegen`}</ButtonLink>
          </p>
        )}
      </div>
    </Panel>
  )
}

interface Row {
  programme: Programme
  stage: Stage
}

/** Some write the number into the name themselves. */
const titleOf = (number: number, title: string): string =>
  title.startsWith(`Stufe ${number}`) ? title : `Stufe ${number}: ${title}`

const Title = ({ programme: { id, isLed }, stage: { number, title, releasedOn } }: Row) => (
  <>
    {titleOf(number, title)}
    {isLed && releasedOn === null && (
      <div class="lw-table__sub">
        <a
          class="lw-link"
          href={programmeRoutes.stage.href({ id, number: String(number) })}
          aria-label={`Stufe ${number} ändern`}
        >
          Ändern
        </a>
      </div>
    )}
  </>
)

const Release = ({ programme: { id, isLed }, stage: { number, releasedOn, decision } }: Row) =>
  releasedOn === null ? (
    <>
      <Tag state="none">noch nicht freigegeben</Tag>
      {isLed && (
        <div>
          <a
            class="lw-link"
            href={programmeRoutes.release.href({ id, number: String(number) })}
            aria-label={`Stufe ${number} freigeben`}
          >
            Freigeben
          </a>
        </div>
      )}
    </>
  ) : (
    <>
      <Tag state="ok">seit {germanDate(releasedOn)}</Tag>
      <div class="lw-table__sub">{decision}</div>
    </>
  )
