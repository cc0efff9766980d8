import { germanDate, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../access.ts'
import type { Contact } from '../contacts/contact.ts'
import { listContacts, seesContacts } from '../contacts/queries.ts'
import { domainInWords } from '../domains/domain-name.ts'
import { fieldNames, isDissolved, kindNames, type Organization } from '../organization.ts'
import { countPeople, findOrganization } from '../queries.ts'
import { organizationRoutes } from '../routes.ts'
import { findDescent } from '../succession/queries.ts'
import type { Descent } from '../succession/succession.ts'
import { ContactPanel } from './contact-panel.tsx'
import { DescentPanel } from './descent-panel.tsx'

/** One organization: what it is, whom to ask, where it comes from. */
export const organizationDetailPages: PageRoute[] = [
  show(organizationRoutes.show, async (ctx, { params }) => {
    const organization = await findOrganization(ctx.db, params['id'] ?? '')
    if (!organization) return notFound('Diese Organisation gibt es nicht.')
    const found = await gather(ctx, organization)
    return page({
      title: organization.name,
      crumbs: [{ label: 'Organisationen', href: organizationRoutes.list.href() }, { label: organization.name }],
      view: () => <OrganizationView {...found} />,
    })
  }),
]

interface Found {
  organization: Organization
  descent: Descent
  /** Undefined for those who may not see them. */
  contacts: Contact[] | undefined
  /** Undefined for those who do not belong there. */
  people: number | undefined
  rights: Record<'facts' | 'contacts' | 'domains' | 'history', boolean>
  today: string
}

async function gather(ctx: Context, organization: Organization): Promise<Found> {
  const { actor, db } = ctx
  const { id } = organization
  return {
    organization,
    descent: await findDescent(db, id),
    contacts: (await seesContacts(db, id)) ? await listContacts(db, id) : undefined,
    people: actor.actingFor?.id === id ? await countPeople(db, id) : undefined,
    rights: {
      facts: !isRefusal(may.maintain(actor)),
      contacts: !isRefusal(may.keepContacts(actor, organization)),
      domains: !isRefusal(may.keepDomains(actor, organization)),
      history: !isRefusal(may.seeHistory(actor, organization)),
    },
    today: localDay(ctx.now).toString(),
  }
}

const OrganizationView = ({ organization, descent, contacts, people, rights, today }: Found) => (
  <>
    <PageHead title={organization.name} lead={lead(organization, people)} />
    <div class="lw-stack lw-stack--xl">
      <Dissolution organization={organization} descent={descent} today={today} />
      <div class="lw-split">
        <div class="lw-stack lw-stack--xl">
          <FactsPanel organization={organization} mayChange={rights.facts} />
          <ContactPanel organization={organization} contacts={contacts} mayChange={rights.contacts} />
          <DescentPanel organization={organization} descent={descent} mayRecord={rights.facts} today={today} />
        </div>
        <div class="lw-stack lw-stack--l">
          <DomainPanel organization={organization} mayChange={rights.domains} />
          {rights.history && (
            <Panel id="verlauf" title="Verlauf" quiet>
              <LinkList
                items={[
                  {
                    href: organizationRoutes.history.href({ id: organization.id }),
                    label: 'Wer wann was geändert hat',
                    note: 'sehen die Organisation und der Verbund',
                  },
                ]}
              />
            </Panel>
          )}
        </div>
      </div>
    </div>
  </>
)

function lead({ kind, county, population }: Organization, people: number | undefined): string {
  const place = county === null || kind === 'county' ? '' : `, ${county}`
  const size = population === null ? '' : `, ${population.toLocaleString('de-DE')} Einwohnerinnen und Einwohner`
  const team =
    people === undefined ? '' : ` ${people === 1 ? 'Eine Person hat' : `${people} Personen haben`} hier einen Zugang.`
  return `${kindNames[kind]}${place}${size}.${team}`
}

function Dissolution({ organization, descent, today }: Pick<Found, 'organization' | 'descent' | 'today'>) {
  const { name, dissolvedOn } = organization
  if (dissolvedOn === null) return null
  const gone = isDissolved(organization, today)
  const heirs = descent.successors.map(({ other }) => other)
  return (
    <Alert
      kind="info"
      title={`${name} ${gone ? 'gibt es seit dem' : 'geht auf am'} ${germanDate(dissolvedOn)}${gone ? ' nicht mehr' : ' in einer anderen Organisation'}`}
    >
      <p>
        {heirs.length === 1 ? 'Nachfolgerin ist ' : 'Nachfolgerinnen sind '}
        {heirs.map(({ id, name: heir }, at) => (
          <>
            {at > 0 && (at === heirs.length - 1 ? ' und ' : ', ')}
            <a class="lw-link" href={organizationRoutes.show.href({ id })}>
              {heir}
            </a>
          </>
        ))}
        . Gelöscht wurde nichts: Was hier eingetragen ist, bleibt lesbar.
      </p>
    </Alert>
  )
}

const FactsPanel = ({ organization, mayChange }: { organization: Organization; mayChange: boolean }) => (
  <Panel
    id="stammdaten"
    title="Stammdaten"
    link={mayChange ? { href: organizationRoutes.facts.href({ id: organization.id }), label: 'Ändern' } : undefined}
  >
    <Description
      items={[
        { term: fieldNames.kind, details: kindNames[organization.kind] },
        { term: fieldNames.county, details: organization.county ?? '–' },
        { term: fieldNames.population, details: organization.population?.toLocaleString('de-DE') ?? '–' },
        { term: fieldNames.ars, details: organization.ars ?? '–' },
        { term: fieldNames.ags, details: organization.ags ?? '–' },
        { term: fieldNames.leitwegId, details: organization.leitwegId ?? 'noch nicht eingetragen' },
      ]}
    />
  </Panel>
)

const DomainPanel = ({ organization, mayChange }: { organization: Organization; mayChange: boolean }) => (
  <Panel id="domaenen" title="Domänen" quiet>
    <div class="lw-stack lw-stack--s">
      {organization.domains.length === 0 ? (
        <p class="lw-muted">Noch keine eingetragen.</p>
      ) : (
        <ul class="lw-list">
          {organization.domains.map((name) => (
            <li>{domainInWords(name)}</li>
          ))}
        </ul>
      )}
      {mayChange && (
        <p>
          <ButtonLink href={organizationRoutes.domains.href({ id: organization.id })} size="x-small" icon="edit">
            Domänen ändern
          </ButtonLink>
        </p>
      )}
    </div>
  </Panel>
)
