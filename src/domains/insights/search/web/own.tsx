import type { SearchSource } from '#platform/portal/search-document.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { Hits } from '#ui/hits/hits.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { mostPins, mostRecent, type Pin } from '../hit.ts'
import { searchHref, searchRoutes } from '../routes.ts'

/** What the person keeps, with the way to let it go. */
export const PinPanel = ({ pins, sources }: { pins: readonly Pin[]; sources: readonly SearchSource[] }) => (
  <Panel id="gemerkt" title="Gemerkt" note={`höchstens ${mostPins}`}>
    {pins.length === 0 ? (
      <Empty title="Noch nichts gemerkt">
        Neben jedem Treffer steht „Merken“. Was Sie merken, finden Sie hier wieder. Das sehen nur Sie.
      </Empty>
    ) : (
      <Hits
        items={pins.map(({ type, id, title, url }, at) => ({
          href: url,
          id: `gemerkt-${at + 1}`,
          label: title,
          note: sources.find((source) => source.type === type)?.title,
          action: (
            <Form action={searchRoutes.unpin.href()} layout="row">
              <HiddenField name="id" value={id} />
              <Button size="x-small" describedBy={`gemerkt-${at + 1}`}>
                Nicht mehr merken
              </Button>
            </Form>
          ),
        }))}
      />
    )}
  </Panel>
)

/** What the person searched for last. */
export const RecentPanel = ({ recent }: { recent: readonly string[] }) => (
  <Panel id="zuletzt" title="Zuletzt gesucht" note={`höchstens ${mostRecent}`}>
    {recent.length === 0 ? (
      <Empty title="Noch nichts gesucht">
        Ihre letzten Suchen stehen hier, bis Sie sie löschen. Das sehen nur Sie.
      </Empty>
    ) : (
      <div class="lw-stack">
        <LinkList items={recent.map((q) => ({ href: searchHref({ q }), label: q }))} />
        <Form action={searchRoutes.forget.href()} layout="row">
          <Button size="x-small">Letzte Suchen löschen</Button>
        </Form>
      </div>
    )}
  </Panel>
)

/** Single keys get in the way of whoever speaks to the computer: the script of the key shows this, and keeps the choice in the browser. */
export const KeySwitch = () => (
  <div data-search-key hidden>
    <Panel id="taste" title="Taste „/“">
      <div class="lw-row">
        <p>
          Führt von jeder Seite ins Suchfeld. Gilt für diesen Browser:{' '}
          <strong data-search-key-state>eingeschaltet</strong>.
        </p>
        <Button size="x-small" type="button">
          Umschalten
        </Button>
      </div>
    </Panel>
  </div>
)
