import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { catalogRoutes } from '#foundation/catalogs/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form } from '#ui/form/form.tsx'
import { Note } from '#ui/note/note.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { type AnnouncedVersion, type Announcement, versionInWords } from '../announcement.ts'
import { announcementRoutes } from '../routes.ts'

interface Props {
  items: Announcement[]
  next: string | null
  names: ReadonlyMap<string, string>
  mayAnnounce: boolean
}

/** What was announced, the newest first. */
export function AnnouncementList({ items, next, names, mayAnnounce }: Props) {
  const announce = <ButtonLink href={announcementRoutes.new.href()}>Umstellung ankündigen</ButtonLink>
  return (
    <>
      <PageHead
        title="Umstellungen"
        lead="Welche Prüfungen mit einer neuen Fassung ihres Katalogs weitergehen sollen. Jede Kommune bestätigt das für sich."
        actions={mayAnnounce && items.length > 0 && announce}
      />
      {items.length === 0 ? (
        <Empty title="Noch nichts angekündigt" level={2} actions={mayAnnounce && announce}>
          {mayAnnounce
            ? 'Ist eine neue Fassung eingelesen, kündigen Sie sie hier an. Die Kommunen werden benachrichtigt, und jede stellt ihre Prüfung selbst um.'
            : 'Erscheint eine neue Fassung eines Katalogs, kündigt die Programmleitung sie hier an.'}
        </Empty>
      ) : (
        <Table
          caption="Die letzte Ankündigung zuerst"
          stack
          rows={items}
          columns={[
            { header: 'Neue Fassung', rowHeader: true, cell: (one) => <Target {...one} /> },
            { header: 'Bisher', cell: ({ from }) => <Version {...from} /> },
            { header: 'Bis wann', cell: ({ dueOn }) => (dueOn === null ? 'ohne Frist' : germanDate(dueOn)) },
            {
              header: 'Angekündigt',
              cell: ({ announcedAt, announcedBy }) =>
                [germanDay(localDay(announcedAt)), names.get(announcedBy)].filter(Boolean).join(', '),
            },
            { header: 'Stand', cell: (one) => <State {...one} /> },
            ...(mayAnnounce
              ? [{ header: 'Zurücknehmen', cell: (one: Announcement) => <Withdrawal announcement={one} /> }]
              : []),
          ]}
        />
      )}
      {next && <Pager next={{ href: withQuery(announcementRoutes.list.href(), { ab: next }) }} />}
    </>
  )
}

const Version = (version: AnnouncedVersion) => (
  <a class="lw-link" href={catalogRoutes.show.href({ id: version.id })}>
    {versionInWords(version)}
  </a>
)

const Target = ({ id, to, text }: Announcement) => (
  <>
    <span id={`umstellung-${id}`}>
      <Version {...to} />
    </span>
    {text !== '' && <Note text={text} />}
  </>
)

const State = ({ withdrawnAt }: Announcement) =>
  withdrawnAt === null ? <Tag state="running">Gilt</Tag> : <>Zurückgenommen am {germanDay(localDay(withdrawnAt))}</>

const Withdrawal = ({ announcement: { id, withdrawnAt } }: { announcement: Announcement }) =>
  withdrawnAt === null ? (
    <Form action={announcementRoutes.withdraw.href({ id })}>
      <Button size="x-small" describedBy={`umstellung-${id}`}>
        Zurücknehmen
      </Button>
    </Form>
  ) : (
    <>–</>
  )
