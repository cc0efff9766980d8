import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Actor, PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Box } from '#ui/box/box.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { shortestPassword } from '../../password/password-rules.ts'
import { prepareFormPassword } from '../../password/prepare-password.ts'
import { everyRoleInWords } from '../../roles.ts'
import { invitationRoutes } from '../../routes.ts'
import { acceptInvitation, whyNot } from '../accept-invitation.ts'
import { lastDay, type Offer, stateOf } from '../invitation.ts'
import { findOffer } from '../queries.ts'

const title = 'Einladung'

/** The page behind the link of an invitation. Looking at it changes nothing. */
export const invitationOfferPages: PageRoute[] = [
  publicPage(invitationRoutes.offer, async (ctx, request) => {
    const secret = request.params['secret'] ?? ''
    return offerPage(ctx, secret, await findOffer(ctx.db, secret))
  }),
  publicSubmit(
    invitationRoutes.offer,
    async (ctx, request, passwordHash) => {
      const secret = request.params['secret'] ?? ''
      const offer = await findOffer(ctx.db, secret)
      if (!offer) return offerPage(ctx, secret, undefined)
      if (isRefusal(passwordHash)) return offerPage(ctx, secret, offer, passwordHash)
      const accepted = await acceptInvitation(ctx, secret, offer, passwordHash)
      if (isRefusal(accepted)) return offerPage(ctx, secret, offer, accepted)
      return redirect(
        '/anmeldung',
        `Ihr Zugang für ${accepted.organization} ist eingerichtet. Bitte melden Sie sich jetzt an.`,
      )
    },
    { prepare: prepareFormPassword },
  ),
  submit(invitationRoutes.accept, acceptSignedIn, { withoutChoice: true }),
]

async function acceptSignedIn(ctx: PublicContext, { params }: Incoming): Promise<Answer> {
  const secret = params['secret'] ?? ''
  const offer = await findOffer(ctx.db, secret)
  if (!offer) return offerPage(ctx, secret, undefined)
  const accepted = await acceptInvitation(ctx, secret, offer, undefined)
  if (isRefusal(accepted)) return offerPage(ctx, secret, offer, accepted)
  return redirect('/', `Sie handeln jetzt auch für ${accepted.organization}: ${everyRoleInWords(offer.roles)}.`)
}

function offerPage(ctx: PublicContext, secret: string, offer: Offer | undefined, refusal?: Refusal): Answer {
  const state = offer && stateOf(offer, ctx.now)
  const over = !state ? whyNot.unknown : state === 'open' ? undefined : whyNot[state]
  return page({
    title,
    status: refusal ? 422 : offer ? 200 : 404,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title={offer && !over ? `Einladung für ${offer.organization}` : title} />
        {over || !offer ? (
          <Over sentence={(over ?? whyNot.unknown).refused} />
        ) : (
          <OpenOffer offer={offer} secret={secret} actor={ctx.actor} refusal={refusal} />
        )}
      </div>
    ),
  })
}

const Over = ({ sentence }: { sentence: string }) => (
  <>
    <Alert kind="info" title="Diese Einladung lässt sich nicht annehmen">
      <p>{sentence}</p>
    </Alert>
    <p>
      <ButtonLink href="/anmeldung">Zur Anmeldung</ButtonLink>
    </p>
  </>
)

interface OfferProps {
  offer: Offer
  secret: string
  actor: Actor | null
  refusal?: Refusal | undefined
}

const OpenOffer = ({ offer, secret, actor, refusal }: OfferProps) => (
  <>
    {refusal && (
      <ErrorSummary
        title={refusal.refused}
        errors={refusal.errors ?? []}
        kept="Angenommen ist die Einladung noch nicht."
      />
    )}
    <Description
      items={[
        { term: 'Für', details: `${offer.name}, ${offer.email}` },
        { term: 'Organisation', details: offer.organization },
        { term: 'Aufgaben', details: everyRoleInWords(offer.roles) },
        { term: 'Eingeladen von', details: offer.invitedBy ?? 'dem Betrieb des Lotsenwerks' },
        { term: 'Gilt bis', details: lastDay(offer.expiresAt) },
      ]}
    />
    {offer.account?.maySignIn ? (
      <WithAccount offer={offer} secret={secret} actor={actor} account={offer.account} />
    ) : (
      <NewAccount offer={offer} secret={secret} actor={actor} refusal={refusal} />
    )}
  </>
)

const NewAccount = ({ offer, secret, refusal }: OfferProps) => (
  <>
    <p>Wählen Sie ein Passwort. Danach melden Sie sich mit Ihrer Adresse und diesem Passwort an.</p>
    <Form action={invitationRoutes.offer.href({ secret })}>
      <HiddenField name="email" value={offer.email} />
      <TextField
        name="newPassword"
        label="Passwort"
        type="password"
        hint={`Mindestens ${shortestPassword} Zeichen. Mehrere Wörter hintereinander sind gut zu merken und schwer zu erraten.`}
        autocomplete="new-password"
        error={errorAt(refusal?.errors, 'newPassword')}
        required
      />
      <TextField
        name="newPasswordAgain"
        label="Passwort noch einmal"
        type="password"
        autocomplete="new-password"
        error={errorAt(refusal?.errors, 'newPasswordAgain')}
        required
      />
      <Submit>Einladung annehmen</Submit>
    </Form>
  </>
)

function WithAccount({ offer, secret, actor, account }: OfferProps & { account: NonNullable<Offer['account']> }) {
  if (actor?.personId === account.personId)
    return (
      <Form action={invitationRoutes.accept.href({ secret })}>
        <p>Sie sind als {actor.name} angemeldet. Die Aufgaben kommen zu Ihrem Zugang hinzu.</p>
        <Submit>Einladung annehmen</Submit>
      </Form>
    )
  const other = account.name !== offer.name
  return (
    <>
      <p>
        Für {offer.email} gibt es schon einen Zugang{other ? ` auf den Namen ${account.name}` : ''}. Melden Sie sich
        damit an; danach nehmen Sie die Einladung mit einem Klick an.
      </p>
      {other && (
        <Box>
          <p>
            Teilen Sie sich dieses Postfach? Ein Zugang gehört einer Person. Bitten Sie{' '}
            {offer.invitedBy ?? 'den Betrieb'}, Sie unter Ihrer eigenen Adresse einzuladen.
          </p>
        </Box>
      )}
      {actor ? (
        <p>
          Sie sind gerade als {actor.name} angemeldet. Bitte melden Sie sich zuerst ab und öffnen Sie die Adresse aus
          der Mail noch einmal.
        </p>
      ) : (
        <p>
          <ButtonLink
            variant="primary"
            href={withQuery('/anmeldung', { weiter: invitationRoutes.offer.href({ secret }) })}
          >
            Anmelden und annehmen
          </ButtonLink>
        </p>
      )}
    </>
  )
}
