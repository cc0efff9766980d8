import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../access.ts'
import {
  type Contact,
  type ContactDetails,
  contactFieldNames,
  contactFields,
  type ContactFunction,
  functionNames,
  isContactFunction,
  isRemoved,
  noDetails,
} from '../contacts/contact.ts'
import { findContact } from '../contacts/queries.ts'
import { contactForm, contactRemoval } from '../contacts/schemas.ts'
import { removeContact, setContact } from '../contacts/set-contact.ts'
import type { Organization } from '../organization.ts'
import { findOrganization } from '../queries.ts'
import { organizationRoutes } from '../routes.ts'

/** One contact: who it is, changed by the organization itself or the cooperative. */
export const contactPages: PageRoute[] = [
  show(organizationRoutes.contact, (ctx, { params }) =>
    onContact(ctx, params, async (place) => contactPage(place, {})),
  ),
  submit(organizationRoutes.contact, (ctx, { params, form }) =>
    onContact(ctx, params, async (place) => {
      const given = parse(contactForm, form, 'Der Kontakt ist noch nicht gespeichert')
      if (isRefusal(given)) return contactPage(place, { typed: form, refusal: given })
      const { version, ...details } = given
      const outcome = await setContact(ctx, { ...at(place), version }, details)
      if (isRefusal(outcome)) return contactPage(place, { typed: form, refusal: outcome })
      if ('theirs' in outcome) return conflictPage(place, outcome.theirs, details)
      return redirect(back(place), `Der Kontakt für ${functionNames[place.wanted]} ist gespeichert.`)
    }),
  ),
  submit(organizationRoutes.contactRemoval, (ctx, { params, form }) =>
    onContact(ctx, params, async (place) => {
      const given = parse(contactRemoval, form)
      if (isRefusal(given)) return unprocessable(given)
      const outcome = await removeContact(ctx, { ...at(place), version: given.version })
      if (isRefusal(outcome)) return redirect(back(place), outcome.refused)
      if ('theirs' in outcome) return conflictPage(place, outcome.theirs, noDetails)
      return redirect(back(place), `Der Kontakt für ${functionNames[place.wanted]} ist entfernt.`)
    }),
  ),
]

interface Place {
  organization: Organization
  wanted: ContactFunction
  there: Contact | undefined
}

const at = ({ organization, wanted }: Place) => ({ organizationId: organization.id, function: wanted })
const back = ({ organization }: Place): string => `${organizationRoutes.show.href({ id: organization.id })}#kontakte`

async function onContact(
  ctx: Context,
  params: Record<string, string>,
  work: (place: Place) => Promise<Answer>,
): Promise<Answer> {
  const organization = await findOrganization(ctx.db, params['id'] ?? '')
  const wanted = params['function']
  if (!organization || !isContactFunction(wanted)) return notFound('Diesen Kontakt gibt es nicht.')
  const allowed = may.keepContacts(ctx.actor, organization)
  if (isRefusal(allowed)) return forbidden(allowed)
  return work({ organization, wanted, there: await findContact(ctx.db, organization.id, wanted) })
}

type Typed = Partial<Record<string, string>>

function contactPage(place: Place, { typed, refusal }: { typed?: Typed; refusal?: Refusal }): Answer {
  const { organization, wanted, there } = place
  const area = functionNames[wanted]
  return page({
    title: `${area}: ${organization.name}`,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: crumbs(place),
    view: () => (
      <>
        <PageHead
          title={`Kontakt: ${area}`}
          lead={`Wen man bei ${organization.name} dafür anspricht. Lesen können das die eigenen Leute, der Verbund und beauftragte Prüfer.`}
        />
        <div class="lw-stack lw-stack--xl lw-measure">
          <div class="lw-stack">
            {refusal && (
              <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={contactFieldNames} />
            )}
            <ContactForm
              place={place}
              values={typed ?? (there ? { ...there, version: String(there.version) } : {})}
              refusal={refusal}
            />
          </div>
          {there && !isRemoved(there) && <Removal place={place} version={there.version} />}
        </div>
      </>
    ),
  })
}

const crumbs = ({ organization, wanted }: Place) => [
  { label: 'Organisationen', href: organizationRoutes.list.href() },
  { label: organization.name, href: organizationRoutes.show.href({ id: organization.id }) },
  { label: `Kontakt: ${functionNames[wanted]}` },
]

interface ContactFormProps {
  place: Place
  values: Typed
  refusal: Refusal | undefined
}

function ContactForm({ place, values, refusal }: ContactFormProps) {
  const { organization, wanted, there } = place
  const value = (name: string): string => values[name] ?? ''
  const words = (name: (typeof contactFields)[number]) => ({
    name,
    label: contactFieldNames[name],
    value: value(name),
    error: errorAt(refusal?.errors, name),
  })
  return (
    <Form action={organizationRoutes.contact.href({ id: organization.id, function: wanted })}>
      <HiddenField name="version" value={value('version') || String(there?.version ?? 0)} />
      <TextField {...words('name')} hint="Eine Person oder eine Stelle, zum Beispiel „Bereitschaft der IT“" />
      <TextField {...words('phone')} type="tel" />
      <TextField {...words('email')} type="email" />
      <TextArea {...words('address')} rows={4} hint="So, wie sie auf einem Umschlag steht" />
      <TextField {...words('note')} hint="Zum Beispiel, wann man hier jemanden erreicht" maxlength={500} />
      <Submit>Kontakt speichern</Submit>
    </Form>
  )
}

const Removal = ({ place: { organization, wanted }, version }: { place: Place; version: number }) => (
  <Panel id="entfernen" title="Kontakt entfernen" quiet>
    <div class="lw-stack lw-stack--s">
      <p>
        Name und Erreichbarkeit werden gelöscht. Im Verlauf bleibt nur stehen, dass es einen Kontakt gab, nicht welchen.
      </p>
      <Form
        action={organizationRoutes.contactRemoval.href({ id: organization.id, function: wanted })}
        layout="row"
        label="Kontakt entfernen"
      >
        <HiddenField name="version" value={String(version)} />
        <Button size="x-small" icon="delete">
          Kontakt entfernen
        </Button>
      </Form>
    </div>
  </Panel>
)

function conflictPage(place: Place, theirs: Contact, mine: ContactDetails): Answer {
  const { organization, wanted } = place
  const target = { id: organization.id, function: wanted }
  const removing = isRemoved(mine)
  return page({
    title: `Zwei Fassungen: ${functionNames[wanted]}`,
    status: 409,
    crumbs: crumbs(place),
    view: () => (
      <>
        <PageHead title={functionNames[wanted]} lead={`Kontakt von ${organization.name}`} />
        <Conflict
          level={2}
          title="Jemand anderes hat diesen Kontakt inzwischen auch geändert"
          intro="Nichts ist verloren: Beide Fassungen stehen hier. Wählen Sie, welche gilt."
          sides={[
            {
              heading: 'Ihre Fassung',
              when: 'noch nicht gespeichert',
              children: removing ? <p>Der Kontakt soll entfernt werden.</p> : <Details details={mine} />,
              action: (
                <Form
                  action={(removing ? organizationRoutes.contactRemoval : organizationRoutes.contact).href(target)}
                  layout="row"
                >
                  {!removing && contactFields.map((field) => <HiddenField name={field} value={mine[field]} />)}
                  <HiddenField name="version" value={String(theirs.version)} />
                  <Button size="x-small">{removing ? 'Trotzdem entfernen' : 'Meine behalten'}</Button>
                </Form>
              ),
            },
            {
              heading: 'Die andere Fassung',
              when: 'gespeichert',
              children: isRemoved(theirs) ? <p>Der Kontakt ist entfernt.</p> : <Details details={theirs} />,
              action: (
                <ButtonLink href={back(place)} variant="primary" size="x-small">
                  Diese übernehmen
                </ButtonLink>
              ),
            },
          ]}
        />
      </>
    ),
  })
}

const Details = ({ details }: { details: ContactDetails }) => (
  <Description
    items={contactFields
      .filter((field) => details[field] !== '')
      .map((field) => ({ term: contactFieldNames[field], details: details[field] }))}
  />
)
