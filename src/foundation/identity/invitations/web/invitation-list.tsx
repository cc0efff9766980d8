import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { invitationRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import { type InvitationImport, inviteMany } from '../invite-many.ts'
import type { JudgedRow, RawRow } from '../list/invitation-row.ts'
import { listLimit, prepareInvitationList } from '../prepare-list.ts'
import { rowsAgain } from '../schemas.ts'
import { ListForm } from './invitation-forms.tsx'

const title = 'Liste der Einladungen'
const crumbs = [{ label: 'Einladungen', href: invitationRoutes.list.href() }, { label: 'Liste' }]

/** Many invitations in two steps: first the fate of each row, then the deed. What was read travels in the form and is judged again. */
export const invitationListPages: PageRoute[] = [
  submit(
    invitationRoutes.check,
    async (ctx, _request, rows) => (isRefusal(rows) ? refused(rows) : checkedPage(ctx, rows)),
    { guard: may.see, prepare: prepareInvitationList, bodyLimit: listLimit },
  ),
  submit(
    invitationRoutes.import,
    async (ctx, { form }) => {
      const rows = readAgain(form['zeilen'] ?? '')
      if (isRefusal(rows)) return refused(rows)
      return redirect(invitationRoutes.list.href(), inWords(await inviteMany(ctx, rows, false)))
    },
    { guard: may.see },
  ),
]

function readAgain(text: string): Outcome<RawRow[]> {
  const parsed = rowsAgain.safeParse(text)
  return parsed.success
    ? parsed.data
    : refuse(
        'Die Liste ist nicht vollständig angekommen. Verschickt wurde nichts. Bitte laden Sie sie noch einmal hoch.',
      )
}

const inWords = ({ invited, wrong }: InvitationImport): string =>
  `${invited === 1 ? 'Eine Einladung ist' : `${invited} Einladungen sind`} unterwegs.${wrong > 0 ? ` ${wrong} Zeilen wurden ausgelassen.` : ''}`

const refused = (refusal: { refused: string; errors?: { path: string; message: string }[] }): Answer =>
  page({
    title,
    crumbs,
    status: 422,
    refusal,
    view: () => (
      <>
        <PageHead title={title} />
        <div class="lw-stack lw-stack--xl">
          <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="Verschickt wurde nichts." />
          <ListForm refusal={refusal} />
        </div>
      </>
    ),
  })

async function checkedPage(ctx: Context, raw: RawRow[]): Promise<Answer> {
  const { rows, total, wrong } = await inviteMany(ctx, raw, true)
  const ready = total - wrong
  return page({
    title,
    crumbs,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${total} Zeilen gelesen: ${ready} in Ordnung, ${wrong} mit Fehlern. Verschickt ist noch nichts.`}
        />
        <div class="lw-stack lw-stack--l">
          {ready > 0 && (
            <Form action={invitationRoutes.import.href()} layout="row">
              <HiddenField name="zeilen" value={JSON.stringify(raw)} />
              <Submit>{ready === 1 ? 'Eine Einladung verschicken' : `${ready} Einladungen verschicken`}</Submit>
              <ButtonLink href={invitationRoutes.list.href()}>Nichts verschicken</ButtonLink>
            </Form>
          )}
          <RowTable rows={rows} />
          {wrong > 0 && <ListForm />}
        </div>
      </>
    ),
  })
}

const RowTable = ({ rows }: { rows: JudgedRow[] }) => (
  <Table
    caption="Zeilen mit Fehlern zuerst"
    dense
    stack
    rows={rows.toSorted((a, b) => Number(a.fate === 'ready') - Number(b.fate === 'ready') || a.line - b.line)}
    columns={[
      { header: 'Zeile', numeric: true, cell: ({ line }) => line },
      {
        header: 'Person',
        rowHeader: true,
        cell: ({ name, email }) => (
          <>
            {name || '–'}
            <span class="lw-table__sub">
              <EmailAddress>{email || '–'}</EmailAddress>
            </span>
          </>
        ),
      },
      { header: 'Organisation', cell: ({ organization }) => organization || '–' },
      { header: 'Aufgaben', cell: ({ roles }) => roles.join(', ') || '–' },
      {
        header: 'Was daraus wird',
        cell: ({ fate, reasons }) =>
          fate === 'ready' ? (
            <Tag state="ok">wird eingeladen</Tag>
          ) : (
            <>
              <Tag state="late">wird ausgelassen</Tag>
              {reasons.map((reason) => (
                <span class="lw-table__sub">{reason}</span>
              ))}
            </>
          ),
      },
    ]}
  />
)
