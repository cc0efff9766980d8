import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { ownAccessRoutes } from '../../routes.ts'
import { ownSecondFactor, type SecondFactor } from '../../second-factor/queries.ts'
import { endOtherSessions, endSession } from '../end-sessions.ts'
import { type OwnSession, type OwnToken, ownSessions, ownTokens } from '../queries.ts'
import { TokenTable } from './tokens.tsx'

const title = 'Mein Zugang'
const aboutOneself = { withoutChoice: true }

/** Everything about one's own access: where one is signed in, and with what. */
export const ownAccessPages: PageRoute[] = [
  show(
    ownAccessRoutes.show,
    async (ctx) => {
      const [sessions, tokens, factor] = [await ownSessions(ctx), await ownTokens(ctx), await ownSecondFactor(ctx)]
      return page({ title, view: () => <OwnAccess ctx={ctx} sessions={sessions} tokens={tokens} factor={factor} /> })
    },
    aboutOneself,
  ),
  submit(ownAccessRoutes.endSessions, async (ctx) => {
    const ended = await endOtherSessions(ctx)
    return redirect(
      ownAccessRoutes.show.href(),
      ended === 0 ? 'Sie waren nur hier angemeldet.' : 'Sie sind nur noch hier angemeldet.',
    )
  }),
  submit(
    ownAccessRoutes.endSession,
    async (ctx, { params }) =>
      (await endSession(ctx, params['id'] ?? ''))
        ? redirect(ownAccessRoutes.show.href(), 'Diese Anmeldung ist beendet.')
        : notFound('Diese Anmeldung gibt es nicht mehr.'),
    aboutOneself,
  ),
]

interface Props {
  ctx: Context
  sessions: OwnSession[]
  tokens: OwnToken[]
  factor: SecondFactor | undefined
}

const OwnAccess = ({ ctx, sessions, tokens, factor }: Props) => (
  <>
    <PageHead
      title={title}
      lead={`${ctx.actor.name}, ${ctx.actor.email}`}
      actions={
        <ButtonLink href={ownAccessRoutes.data.href()} size="x-small">
          Ihre Daten
        </ButtonLink>
      }
    />
    <div class="lw-stack lw-stack--xl">
      <Panel id="anmelden" title="Womit Sie sich anmelden">
        <Description
          items={[
            {
              term: 'Adresse',
              details: (
                <Changeable value={ctx.actor.email} href={ownAccessRoutes.email.href()} label="Adresse ändern" />
              ),
            },
            {
              term: 'Passwort',
              details: <Changeable value="gesetzt" href={ownAccessRoutes.password.href()} label="Passwort ändern" />,
            },
            {
              term: 'Zweiter Faktor',
              details: (
                <Changeable
                  value={
                    factor?.since
                      ? `eingeschaltet seit ${germanDay(localDay(factor.since))}, ${codesInWords(factor.codesLeft)}`
                      : 'nicht eingeschaltet'
                  }
                  href={ownAccessRoutes.secondFactor.href()}
                  label={factor?.since ? 'Zweiten Faktor verwalten' : 'Zweiten Faktor einrichten'}
                />
              ),
            },
          ]}
        />
      </Panel>
      <Sessions ctx={ctx} sessions={sessions} />
      <Panel id="schluessel" title="Zugangsschlüssel für Programme">
        <div class="lw-stack">
          <p class="lw-measure">
            Mit einem Schlüssel arbeitet ein Programm in Ihrem Namen über die Schnittstelle. Es kann nie mehr als Sie.
          </p>
          {tokens.length > 0 && <TokenTable tokens={tokens} now={ctx.now} />}
          <p>
            <ButtonLink href={ownAccessRoutes.tokens.href()}>Schlüssel erstellen</ButtonLink>
          </p>
        </div>
      </Panel>
    </div>
  </>
)

const codesInWords = (left: number): string =>
  left === 1 ? 'ein Wiederherstellungscode übrig' : `${left} Wiederherstellungscodes übrig`

const Changeable = ({ value, href, label }: { value: string; href: string; label: string }) => (
  <>
    {value} ·{' '}
    <a class="lw-link" href={href}>
      {label}
    </a>
  </>
)

const Sessions = ({ ctx, sessions }: { ctx: Context; sessions: OwnSession[] }) => (
  <Panel id="sitzungen" title="Wo Sie angemeldet sind">
    <div class="lw-stack">
      <Table
        caption="Zuletzt benutzte zuerst"
        stack
        rows={sessions}
        columns={[
          { header: 'Browser', rowHeader: true, cell: ({ agent }) => agent },
          { header: 'Angemeldet', cell: ({ createdAt }) => germanMoment(createdAt, ctx.now) },
          { header: 'Zuletzt benutzt', cell: ({ lastSeenAt }) => germanMoment(lastSeenAt, ctx.now) },
          {
            header: 'Stand',
            cell: ({ id, agent, isThis }) =>
              isThis ? (
                <Tag state="ok">hier</Tag>
              ) : (
                <Form
                  action={ownAccessRoutes.endSession.href({ id })}
                  layout="row"
                  label={`Anmeldung in ${agent} beenden`}
                >
                  <Button size="x-small">Beenden</Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Form action={ownAccessRoutes.endSessions.href()} layout="row">
          <Button>Überall sonst abmelden</Button>
        </Form>
      )}
    </div>
  </Panel>
)
