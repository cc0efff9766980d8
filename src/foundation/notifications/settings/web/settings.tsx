import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Choice, errorAt, Form, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { areasOf, choosable, type NotificationKind } from '../../kind.ts'
import { notificationRoutes } from '../../routes.ts'
import { changeSettings } from '../change-settings.ts'
import { findSettings, type KindSetting } from '../queries.ts'
import { settingsIn } from '../schemas.ts'
import { weekdays } from '../setting.ts'
import { revokeUnsubscribeLinks } from '../unsubscribe.ts'

const title = 'Einstellungen des Postfachs'
const kindField = 'art.'

/** What comes by mail, when, and when nothing does. */
export const notificationSettingsPagesWith = (kinds: readonly NotificationKind[]): PageRoute[] => [
  show(notificationRoutes.settings, (ctx) => settingsPage(ctx, kinds, {}), { withoutChoice: true }),
  submit(
    notificationRoutes.settings,
    async (ctx, { form }) => {
      const input = parse(settingsIn, fromForm(form, kinds), 'Ihre Einstellungen sind noch nicht gespeichert')
      const outcome = isRefusal(input) ? input : await changeSettings(ctx, kinds, input)
      if (isRefusal(outcome)) return settingsPage(ctx, kinds, { form, refusal: outcome })
      return redirect(
        notificationRoutes.settings.href(),
        'Gespeichert. Das gilt für alles, was von jetzt an geschieht.',
      )
    },
    { withoutChoice: true },
  ),
  submit(
    notificationRoutes.revokeLinks,
    async (ctx) => {
      await revokeUnsubscribeLinks(ctx)
      return redirect(notificationRoutes.settings.href(), 'Die Links zum Abbestellen in Ihren Mails gelten nicht mehr.')
    },
    { withoutChoice: true },
  ),
]

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

const fromForm = (form: Record<string, string>, kinds: readonly NotificationKind[]) => ({
  rhythm: form['rhythm'],
  weekday: form['weekday'],
  hour: form['hour'],
  quietFrom: orNull(form['quietFrom']),
  quietUntil: orNull(form['quietUntil']),
  kinds: changeable(kinds)
    .filter(({ kind }) => form[kindField + kind] !== undefined)
    .map(({ kind }) => ({ kind, channel: form[kindField + kind] })),
})

const changeable = (kinds: readonly NotificationKind[]): NotificationKind[] =>
  choosable(kinds).filter(({ urgent }) => !urgent)

interface State {
  form?: Record<string, string>
  refusal?: Refusal
}

interface Fields {
  rhythm: string
  weekday: string
  hour: string
  quietFrom: string
  quietUntil: string
}

async function settingsPage(
  ctx: Context,
  kinds: readonly NotificationKind[],
  { form, refusal }: State,
): Promise<Answer> {
  const settings = await findSettings(ctx, kinds)
  const fields: Fields = {
    rhythm: form?.['rhythm'] ?? settings.rhythm,
    weekday: form?.['weekday'] ?? String(settings.weekday),
    hour: form?.['hour'] ?? String(settings.hour),
    quietFrom: form?.['quietFrom'] ?? settings.quietFrom ?? '',
    quietUntil: form?.['quietUntil'] ?? settings.quietUntil ?? '',
  }
  const shown = settings.kinds.map((kind) => ({ ...kind, channel: form?.[kindField + kind.kind] ?? kind.channel }))
  return page({
    title,
    crumbs: [{ label: 'Postfach', href: notificationRoutes.inbox.href() }, { label: 'Einstellungen' }],
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Im Postfach steht immer alles. Hier sagen Sie, was Sie davon auch per Mail bekommen, und wann."
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
          <Form action={notificationRoutes.settings.href()}>
            <div class="lw-stack lw-stack--xl">
              <Digest fields={fields} refusal={refusal} />
              <QuietHours fields={fields} refusal={refusal} />
              {areasOf(shown).map((area, at) => (
                <Area at={at} area={area} kinds={shown.filter((kind) => kind.area === area)} />
              ))}
              <div class="lw-row">
                <Submit>Einstellungen speichern</Submit>
              </div>
            </div>
          </Form>
          <Links />
        </div>
      </>
    ),
  })
}

const labels = {
  rhythm: 'Wie oft',
  weekday: 'Wochentag',
  hour: 'Uhrzeit',
  quietFrom: 'Ruhe von',
  quietUntil: 'Ruhe bis',
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour} Uhr` }))

interface PartProps {
  fields: Fields
  refusal: Refusal | undefined
}

const Digest = ({ fields, refusal }: PartProps) => (
  <Panel id="ueberblick" title="Überblick">
    <div class="lw-stack lw-measure">
      <p>Eine Mail mit allem, was seit der letzten neu ist. Gibt es nichts Neues, kommt keine.</p>
      <Choice
        name="rhythm"
        legend="Wie oft"
        value={fields.rhythm}
        error={errorAt(refusal?.errors, 'rhythm')}
        options={[
          { value: 'daily', label: 'täglich' },
          { value: 'weekly', label: 'wöchentlich' },
          { value: 'never', label: 'gar nicht' },
        ]}
      />
      <SelectField
        name="weekday"
        label="Wochentag"
        hint="Nur für den wöchentlichen Überblick; auch an Feiertagen."
        value={fields.weekday}
        error={errorAt(refusal?.errors, 'weekday')}
        required
        options={weekdays.map((label, at) => ({ value: String(at + 1), label }))}
      />
      <SelectField
        name="hour"
        label="Uhrzeit"
        value={fields.hour}
        error={errorAt(refusal?.errors, 'hour')}
        required
        options={hours}
      />
    </div>
  </Panel>
)

const QuietHours = ({ fields, refusal }: PartProps) => (
  <Panel id="ruhezeit" title="Ruhezeit">
    <div class="lw-stack lw-measure">
      <p>
        In dieser Zeit kommt nur Dringendes. Alles andere kommt danach. Liegt das Ende vor dem Anfang, ist der nächste
        Morgen gemeint.
      </p>
      <TextField
        name="quietFrom"
        label="Ruhe von"
        type="time"
        short
        value={fields.quietFrom}
        error={errorAt(refusal?.errors, 'quietFrom')}
      />
      <TextField
        name="quietUntil"
        label="Ruhe bis"
        type="time"
        short
        value={fields.quietUntil}
        error={errorAt(refusal?.errors, 'quietUntil')}
      />
    </div>
  </Panel>
)

const ways = [
  { value: 'mail', label: 'sofort' },
  { value: 'digest', label: 'im Überblick' },
  { value: 'inbox', label: 'nie' },
]

/** Id of the words that name the choice. */
const wordsOf = (kind: string): string => `wenn-${kind.replaceAll('.', '-')}`

type Shown = Omit<KindSetting, 'channel'> & { channel: string }

const Area = ({ at, area, kinds }: { at: number; area: string; kinds: readonly Shown[] }) => {
  const [urgent, calm] = [kinds.filter((kind) => kind.urgent), kinds.filter((kind) => !kind.urgent)]
  return (
    <Panel id={`hinweise-zu-${at + 1}`} title={area}>
      <div class="lw-stack lw-stack--l">
        {calm.length > 0 && (
          <Table
            caption={`Wie Mitteilungen kommen: ${area}`}
            captionHidden
            stack
            rows={calm}
            columns={[
              {
                header: 'Wenn',
                rowHeader: true,
                cell: ({ kind, title: what }) => <span id={wordsOf(kind)}>{what}</span>,
              },
              {
                header: 'Per Mail',
                cell: ({ kind, channel }) => (
                  <Choice name={kindField + kind} labelledBy={wordsOf(kind)} value={channel} options={ways} />
                ),
              },
            ]}
          />
        )}
        {urgent.length > 0 && (
          <div class="lw-stack lw-stack--s lw-measure">
            <p>
              Immer sofort per Mail, auch in der Ruhezeit, weil ein Recht endet oder nur wenige Tage bleiben, um etwas
              zu tun:
            </p>
            <ul class="lw-list">
              {urgent.map((kind) => (
                <li>{kind.title}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  )
}

const Links = () => (
  <Panel id="links" title="Links zum Abbestellen" quiet>
    <Form action={notificationRoutes.revokeLinks.href()}>
      <p class="lw-small">
        In jeder dieser Mails steht ein Link, der sie ohne Anmeldung abbestellt. Haben Sie eine Mail weitergegeben,
        machen Sie alle bisherigen Links hier ungültig.
      </p>
      <div class="lw-row">
        <Button size="x-small">Bisherige Links ungültig machen</Button>
      </div>
    </Form>
  </Panel>
)
