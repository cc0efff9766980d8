import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { listOrganizations } from '#foundation/organizations/index.ts'
import { notFound, page } from '#platform/http/answer.ts'
import type { Actor } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Form, SelectField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may as mayInvite } from '../../invitations/access.ts'
import type { Departure } from '../../leavers/departure.ts'
import { recentDepartures } from '../../leavers/queries.ts'
import { roleName } from '../../roles.ts'
import { invitationRoutes } from '../../routes.ts'
import { type Place, may } from '../access.ts'
import type { Colleague } from '../grant.ts'
import { staffOf } from '../queries.ts'
import { peopleRoutes } from '../routes.ts'
import { dayInWords, spanInWords } from './days.ts'
import { placeOf } from './place.ts'

const title = 'Personen'
const mostOrganizations = 200

interface Option {
  value: string
  label: string
}

/** Everybody of the organization with functions, since when and until when. */
export const peoplePages: PageRoute[] = [
  show(peopleRoutes.list, async (ctx, { query }) => {
    const place = await placeOf(ctx, query['organisation'])
    if (!place) return notFound()
    const today = localDay(ctx.now).toString()
    const staff = await staffOf(ctx.db, place.id, today)
    const gone = isRefusal(may.dismiss(ctx.actor, place)) ? [] : await recentDepartures(ctx.db, place.id)
    const options = may.seeEverybody(ctx.actor) ? await organizationOptions(ctx.db) : []
    return page({
      title,
      view: () => <People actor={ctx.actor} place={place} staff={staff} today={today} options={options} gone={gone} />,
    })
  }),
]

async function organizationOptions(db: Parameters<typeof listOrganizations>[0]): Promise<Option[]> {
  const found = await listOrganizations(db, { limit: mostOrganizations })
  return isRefusal(found) ? [] : found.items.map(({ id, name }) => ({ value: id, label: name }))
}

interface Props {
  actor: Actor
  place: Place
  staff: Colleague[]
  today: string
  options: Option[]
  gone: Departure[]
}

function People({ actor, place, staff, today, options, gone }: Props) {
  const invites = !isRefusal(mayInvite.see(actor))
  const foreign = place.id === actor.actingFor?.id ? undefined : place.id
  return (
    <>
      <PageHead
        title={title}
        lead={`${staff.length === 1 ? 'Eine Person hat' : `${staff.length} Personen haben`} bei ${place.name} Aufgaben.`}
        actions={
          invites && (
            <ButtonLink href={invitationRoutes.list.href()} size="x-small">
              Jemanden einladen
            </ButtonLink>
          )
        }
      />
      <div class="lw-stack lw-stack--l">
        {options.length > 0 && (
          <Form method="get" action={peopleRoutes.list.href()} layout="bar" label="Organisation wählen">
            <SelectField name="organisation" label="Organisation" value={place.id} options={options} />
            <Button>Anzeigen</Button>
          </Form>
        )}
        {staff.length === 0 ? (
          <Empty title={`Bei ${place.name} hat noch niemand eine Aufgabe`} level={2}>
            Wer eine Einladung annimmt, erscheint hier.
          </Empty>
        ) : (
          <Table
            caption="Nach Namen geordnet"
            stack
            rows={staff}
            columns={[
              {
                header: 'Name',
                rowHeader: true,
                cell: ({ id, name }) => (
                  <a class="lw-link" href={withQuery(peopleRoutes.person.href({ id }), { organisation: foreign })}>
                    {name}
                  </a>
                ),
              },
              { header: 'Aufgaben', cell: ({ grants }) => <Functions grants={grants} today={today} /> },
              { header: 'E-Mail', cell: ({ email }) => <EmailAddress>{email}</EmailAddress> },
            ]}
          />
        )}
        {gone.length > 0 && (
          <Panel id="ausgeschieden" title="Ausgeschieden">
            <LinkList
              items={gone.map(({ id, personName, lastDay }) => ({
                href: peopleRoutes.left.href({ id }),
                label: personName,
                note: `letzter Tag ${dayInWords(lastDay)}`,
              }))}
            />
          </Panel>
        )}
      </div>
    </>
  )
}

const Functions = ({ grants, today }: { grants: Colleague['grants']; today: string }) => (
  <ul class="lw-list">
    {grants.map((grant) => (
      <li>
        {roleName(grant.role)} <span class="lw-small lw-muted lw-nowrap">{spanInWords(grant, today)}</span>
      </li>
    ))}
  </ul>
)
