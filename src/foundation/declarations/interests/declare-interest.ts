import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { countAttempts } from '#foundation/identity/index.ts'
import { notify, postMail } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { declarationKinds } from '../notifications.ts'
import { interestsPath } from '../paths.ts'
import { closedBecause, type PublicProgramme } from './interest.ts'
import { placeName } from './queries.ts'
import type { InterestForm } from './schemas.ts'

/** As with reported barriers: a town hall has one network address, a script that floods has one too. */
const fromAddress = (address: string) => ({ key: sha256(`interest from ${address}`), most: 10, minutes: 60 })
const everywhere = { key: sha256('interests'), most: 100, minutes: 60 }
/** Nobody floods a mailbox with our mail. */
const receiptsTo = (email: string) => ({ key: sha256(`interest receipt ${email}`), most: 3, minutes: 24 * 60 })

export const tooMany =
  'Ihr Interesse ist noch nicht angekommen: In der letzten Stunde kamen sehr viele Meldungen. Ihre Angaben stehen noch unten. Bitte schicken Sie sie später noch einmal ab, oder rufen Sie uns an.'

/**
 * Keeps the interest of somebody who need not have an account, and tells those who lead the programme. The same person a second time, or
 * somebody who has an account: the answer is the same, so that it tells nothing.
 */
export async function declareInterest(
  ctx: PublicContext,
  programme: PublicProgramme,
  { organizationId, organizationName, ...person }: InterestForm,
  address: string,
): Promise<Outcome<true>> {
  const { db, now } = ctx
  const closed = closedBecause(programme, localDay(now).toString())
  if (closed) return refuse(`${closed} Eingetragen ist nichts.`)
  const [here, all] = await countAttempts(db, [fromAddress(address), everywhere], now)
  if ((here ?? 0) > 0 || (all ?? 0) > 0) return refuse(tooMany)
  const name = organizationId === '' ? organizationName : await placeName(ctx, programme.key, organizationId)
  if (name === undefined)
    return refuse('Ihr Interesse ist noch nicht angekommen. Bitte ändern Sie eine Angabe.', [
      { path: 'organizationId', message: 'Diese Kommune steht nicht im Verzeichnis. Bitte wählen Sie noch einmal.' },
    ])
  const email = normalizeEmail(person.email) ?? person.email.toLowerCase()
  const id = newId()
  const { rows } = await sql<{ organization: string; programme: string; leaders: string[] }>`
    select * from declarations.keep_interest(${id}::uuid, ${programme.key}, ${organizationId === '' ? null : organizationId}::uuid, ${name},
      ${JSON.stringify({ ...person, email })}::jsonb, ${now.toString()}::timestamptz)`.execute(db)
  const kept = rows[0]
  if (!kept) return true
  await record(ctx, 'interest.declared', {
    organizationId: null,
    subjectId: id,
    data: { programme: programme.name },
    needs: [],
  })
  await notify(ctx, {
    personIds: kept.leaders,
    kind: declarationKinds.interestDeclared,
    title: `${name} interessiert sich für „${programme.name}“.`,
    url: interestsPath(kept.programme),
    organizationId: kept.organization,
  })
  await confirm(ctx, { email, municipality: name, programme: programme.name })
  return true
}

async function confirm(
  ctx: PublicContext,
  { email, municipality, programme }: { email: string; municipality: string; programme: string },
): Promise<void> {
  const [wait] = await countAttempts(ctx.db, [receiptsTo(email)], ctx.now)
  if ((wait ?? 0) > 0) return
  await postMail(ctx, {
    to: { email, name: '' },
    template: 'declarations.interestReceived',
    data: { kommune: municipality, programm: programme },
  })
}
