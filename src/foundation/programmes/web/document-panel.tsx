import { ButtonLink } from '#ui/button/button.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Programme, WantedDocument } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'

/** Which documents each municipality is asked for. */
export const DocumentPanel = ({ programme }: { programme: Programme }) => {
  const { id, isLed, documents } = programme
  if (documents.length === 0 && !isLed) return null
  return (
    <Panel id="unterlagen" title="Erbetene Unterlagen">
      <div class="lw-stack">
        {documents.length === 0 ? (
          <p class="lw-muted">Dieses Programm bittet um keine Unterlagen.</p>
        ) : (
          <Table
            caption="Was die Kommunen bereitstellen, soweit es das bei ihnen gibt"
            captionHidden
            stack
            rows={documents}
            columns={[
              { header: 'Unterlage', rowHeader: true, cell: (one) => <Title id={id} isLed={isLed} document={one} /> },
              { header: 'Hinweis', cell: ({ hint }) => hint || '–' },
              { header: 'Nötig', cell: ({ isRequired }) => (isRequired ? 'ja' : 'wenn vorhanden') },
            ]}
          />
        )}
        {isLed && (
          <p>
            <ButtonLink href={programmeRoutes.newDocument.href({ id })} size="x-small" icon="add">
              Unterlage hinzufügen
            </ButtonLink>
          </p>
        )}
      </div>
    </Panel>
  )
}

const Title = ({ id, isLed, document }: { id: string; isLed: boolean; document: WantedDocument }) =>
  isLed ? (
    <a
      class="lw-link"
      href={programmeRoutes.document.href({ id, document: document.key })}
      aria-label={`${document.title}: Unterlage ändern`}
    >
      {document.title}
    </a>
  ) : (
    <>{document.title}</>
  )
