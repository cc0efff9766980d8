import { normalizeEmail } from '#kernel/email.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { dataFile } from '../data-file.ts'
import { erasePerson } from '../erase-person.ts'
import { type PersonSummary, type RetentionRule, termInWords } from '../personal-data.ts'
import { findByAddress, findPerson, listTerms } from '../queries.ts'
import { privacyRoutes } from '../routes.ts'

const title = 'Datenschutz'
const crumb = { label: title, href: privacyRoutes.search.href() }
const guard = may.tend

/** Requests of persons about their data, and the terms of deletion: for the cooperative's administrator. */
export const privacyPages: PageRoute[] = [
  show(privacyRoutes.search, (ctx, { query }) => searchPage(ctx, query['adresse'] ?? ''), { guard }),
  show(privacyRoutes.terms, async (ctx) => termsPage(await listTerms(ctx)), { guard }),
  show(
    privacyRoutes.person,
    async (ctx, { params }) => {
      const person = await findPerson(ctx.db, params['id'] ?? '')
      return person ? personPage(person) : notFound()
    },
    { guard },
  ),
  show(
    privacyRoutes.personFile,
    async (ctx, { params }) => {
      const person = await findPerson(ctx.db, params['id'] ?? '')
      return person ? dataFile(ctx, person.id) : notFound()
    },
    { guard },
  ),
  submit(
    privacyRoutes.erase,
    async (ctx, { params, confirmation }) => {
      const person = await findPerson(ctx.db, params['id'] ?? '')
      if (!person) return notFound()
      if (isRefusal(confirmation)) return personPage(person, confirmation)
      const erased = await erasePerson(ctx, person)
      if (isRefusal(erased)) return personPage(person, erased)
      return redirect(
        privacyRoutes.search.href(),
        'Die Daten der Person sind gelöscht. Im Protokoll steht dafür ein Eintrag ohne Namen.',
      )
    },
    { guard, confirms: true },
  ),
]

async function searchPage(ctx: Context, asked: string): Promise<Answer> {
  const email = asked === '' ? undefined : normalizeEmail(asked)
  const found = email ? await findByAddress(ctx.db, email) : undefined
  if (found) return redirect(privacyRoutes.person.href({ id: found }))
  return page({
    title,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Auskunft und Löschung, wenn eine Person es verlangt. Prüfen Sie zuerst, dass das Verlangen von ihr kommt."
          actions={
            <ButtonLink href={privacyRoutes.terms.href()} size="x-small">
              Fristen ansehen
            </ButtonLink>
          }
        />
        <div class="lw-stack lw-stack--xl">
          <Form method="get" action={privacyRoutes.search.href()} layout="bar" label="Person suchen">
            <TextField name="adresse" type="search" label="E-Mail-Adresse der Person" value={asked} />
            <Button>Suchen</Button>
          </Form>
          {asked !== '' && (
            <Empty title="Zu dieser Adresse gibt es keinen Zugang" level={2}>
              Gesucht wird die genaue Adresse. Vielleicht hat die Person sie geändert, oder ihre Daten sind schon
              gelöscht.
            </Empty>
          )}
        </div>
      </>
    ),
  })
}

const personPage = (person: PersonSummary, refusal?: Refusal): Answer =>
  page({
    title: person.name,
    crumbs: [crumb, { label: person.name }],
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={person.name} lead={person.erased ? 'Die Daten dieser Person sind gelöscht.' : person.email} />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="Gelöscht ist nichts." />
          )}
          <Panel id="auskunft" title="Auskunft">
            <div class="lw-stack lw-measure">
              <p>
                Eine Datei mit allem, was über die Person gespeichert ist, zum Weitergeben an sie. Dass Sie sie erstellt
                haben, steht im Protokoll. Inhalte der Kommunen enthält sie nicht, nur was die Person wann getan hat.
              </p>
              <p>
                <ButtonLink href={privacyRoutes.personFile.href({ id: person.id })} icon="download" download>
                  Auskunft herunterladen (JSON)
                </ButtonLink>
              </p>
            </div>
          </Panel>
          {!person.erased && <Erasure person={person} refusal={refusal} />}
        </div>
      </>
    ),
  })

const Erasure = ({ person, refusal }: { person: PersonSummary; refusal: Refusal | undefined }) => (
  <Panel id="loeschung" title="Löschung">
    {person.active ? (
      <Alert kind="info" title="Noch nicht möglich" level={3}>
        <p>
          {person.name} hat noch eine Aufgabe, einen Einsatz oder eine Vertretung. Zuerst trägt die Organisation ein,
          dass die Person ausgeschieden ist.
        </p>
      </Alert>
    ) : (
      <div class="lw-stack lw-measure">
        <p>
          Gelöscht werden Name, Adresse, Zugang, Mitteilungen und Mails; in Antworten und Listen steht danach „Ehemalige
          Person“, im Protokoll niemand mehr. Das lässt sich nicht zurücknehmen.
        </p>
        <Form action={privacyRoutes.erase.href({ id: person.id })}>
          <TextField
            name="password"
            label="Ihr Passwort"
            type="password"
            autocomplete="current-password"
            error={errorAt(refusal?.errors, 'password')}
            required
          />
          <Submit>Daten endgültig löschen</Submit>
        </Form>
      </div>
    )}
  </Panel>
)

const termsPage = (terms: RetentionRule[]): Answer =>
  page({
    title: 'Fristen',
    crumbs: [crumb, { label: 'Fristen' }],
    view: () => (
      <>
        <PageHead
          title="Fristen"
          lead="Wie lange was gespeichert bleibt und warum. Was über seiner Frist ist, wird jede Nacht um 3:50 Uhr gelöscht; hier steht, wie viel das heute wäre."
        />
        <Table
          caption="In der Reihenfolge, in der gelöscht wird"
          captionHidden
          stack
          rows={terms}
          columns={[
            { header: 'Was', rowHeader: true, cell: ({ what }) => what },
            { header: 'Frist', cell: ({ termHours, since }) => `${termInWords(termHours)} nach ${since}` },
            { header: 'Grund', cell: ({ ground }) => ground },
            { header: 'Heute fällig', numeric: true, cell: ({ rows }) => rows.toLocaleString('de-DE') },
          ]}
        />
      </>
    ),
  })
