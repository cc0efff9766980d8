import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { catalogRoutes } from '../../routes.ts'
import type { ShippedState } from '../queries.ts'

/** What comes with the product and is not imported yet, for those who may import it; nothing when all of it is. */
export function ShippedPanel({ shipped }: { shipped: readonly ShippedState[] }) {
  const waiting = shipped.filter(({ catalogId }) => catalogId === null)
  if (waiting.length === 0) return null
  return (
    <Panel id="mitgeliefert" title="Mitgelieferte Kataloge">
      <div class="lw-stack">
        <p class="lw-measure">Diese eigenen Kataloge bringt das Lotsenwerk mit. Eine Datei brauchen Sie dafür nicht.</p>
        <Table
          caption="Noch nicht eingelesen"
          captionHidden
          stack
          rows={waiting}
          columns={[
            { header: 'Katalog', rowHeader: true, cell: ({ name, title }) => <span id={titleId(name)}>{title}</span> },
            { header: 'Worum es geht', cell: ({ about }) => about },
            {
              header: 'Aufnehmen',
              cell: ({ name }) => (
                <Form action={catalogRoutes.importShipped.href()}>
                  <input type="hidden" name="name" value={name} />
                  <Button size="x-small" describedBy={titleId(name)}>
                    Einlesen
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      </div>
    </Panel>
  )
}

const titleId = (name: string): string => `mitgeliefert-${name}`
