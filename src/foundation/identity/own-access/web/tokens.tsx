import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Choice, Form, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import { ownAccessRoutes } from '../../routes.ts'
import type { OwnToken } from '../queries.ts'
import { tokenFields } from '../schemas.ts'
import { addToken, type IssuedToken, revokeToken } from '../tokens.ts'
import { CurrentPassword } from './current-password.tsx'

const title = 'Schlüssel erstellen'
const crumbs = [{ label: 'Mein Zugang', href: ownAccessRoutes.show.href() }, { label: 'Zugangsschlüssel' }]

/** Keys for programs that act in one's name. */
export const tokenPages: PageRoute[] = [
  show(ownAccessRoutes.tokens, async () => newPage({ form: {} }), { withoutChoice: true }),
  submit(
    ownAccessRoutes.tokens,
    async (ctx, { form, confirmation }) => {
      const wanted = parse(
        tokenFields,
        { name: form['name'], scope: form['scope'], validDays: form['validDays'] },
        'Der Schlüssel ist noch nicht erstellt',
      )
      if (isRefusal(wanted)) return newPage({ form, refusal: wanted })
      const issued = await addToken(ctx, wanted, confirmation)
      return isRefusal(issued) ? newPage({ form, refusal: issued }) : issuedPage(wanted.name, issued)
    },
    { confirms: true, withoutChoice: true },
  ),
  submit(
    ownAccessRoutes.revokeToken,
    async (ctx, { params }) =>
      (await revokeToken(ctx, params['id'] ?? ''))
        ? redirect(
            ownAccessRoutes.show.href(),
            'Der Schlüssel ist widerrufen. Programme damit werden ab sofort abgewiesen.',
          )
        : notFound('Diesen Schlüssel gibt es nicht mehr.'),
    { withoutChoice: true },
  ),
]

const newPage = ({ form, refusal }: { form: Record<string, string>; refusal?: Refusal }): Answer =>
  page({
    title,
    crumbs,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Geben Sie jedem Programm einen eigenen, dann können Sie ihn einzeln widerrufen."
        />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
          <Form action={ownAccessRoutes.tokens.href()}>
            <TextField
              name="name"
              label="Wofür"
              hint="Damit Sie ihn wiedererkennen: „Auswertung im Controlling“"
              maxlength={100}
              value={form['name']}
              error={errorAt(refusal?.errors, 'name')}
              required
            />
            <Choice
              name="scope"
              legend="Was er darf"
              value={form['scope'] ?? 'read'}
              options={[
                { value: 'read', label: 'nur lesen' },
                { value: 'write', label: 'lesen und ändern' },
              ]}
              error={errorAt(refusal?.errors, 'scope')}
              required
            />
            <Choice
              name="validDays"
              legend="Wie lange er gilt"
              value={form['validDays'] ?? '90'}
              options={[
                { value: '30', label: '30 Tage' },
                { value: '90', label: '90 Tage' },
                { value: '366', label: 'ein Jahr' },
              ]}
              error={errorAt(refusal?.errors, 'validDays')}
              required
            />
            <CurrentPassword refusal={refusal} />
            <Submit>Schlüssel erstellen</Submit>
          </Form>
        </div>
      </>
    ),
  })

const labels = { name: 'Wofür', scope: 'Was er darf', validDays: 'Wie lange er gilt', password: 'Ihr Passwort' }

const issuedPage = (name: string, { token, expiresAt }: IssuedToken): Answer =>
  page({
    title: 'Zugangsschlüssel',
    crumbs,
    view: () => (
      <>
        <PageHead
          title={`Ihr Schlüssel „${name}“`}
          lead={`Er gilt bis ${expiresAt.slice(8, 10)}.${expiresAt.slice(5, 7)}.${expiresAt.slice(0, 4)}.`}
        />
        <div class="lw-stack lw-measure">
          <Alert kind="warning" title="Wir zeigen ihn nur dieses eine Mal">
            <p>
              <code>{token}</code>
            </p>
            <p>Kopieren Sie ihn jetzt dorthin, wo das Programm ihn liest. Wir speichern nur einen Abdruck davon.</p>
          </Alert>
          <p>
            <ButtonLink href={ownAccessRoutes.show.href()}>Zurück zu „Mein Zugang“</ButtonLink>
          </p>
        </div>
      </>
    ),
  })

export const TokenTable = ({ tokens, now }: { tokens: OwnToken[]; now: Temporal.Instant }) => (
  <Table
    caption="Die neuesten zuerst"
    stack
    rows={tokens}
    columns={[
      { header: 'Wofür', rowHeader: true, cell: ({ name }) => name },
      { header: 'Darf', cell: ({ scope }) => (scope === 'read' ? 'nur lesen' : 'lesen und ändern') },
      { header: 'Gilt bis', cell: ({ expiresAt }) => germanDay(localDay(expiresAt)) },
      {
        header: 'Zuletzt benutzt',
        cell: ({ lastUsedAt }) => (lastUsedAt ? germanMoment(lastUsedAt, now) : 'noch nie'),
      },
      {
        header: 'Noch möglich',
        cell: ({ id, name }) => (
          <Form action={ownAccessRoutes.revokeToken.href({ id })} layout="row" label={`Schlüssel „${name}“ widerrufen`}>
            <Button size="x-small">Widerrufen</Button>
          </Form>
        ),
      },
    ]}
  />
)
