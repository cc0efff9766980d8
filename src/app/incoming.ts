import { confirmPassword } from '#foundation/identity/index.ts'
import { refuse } from '#kernel/outcome.ts'
import { safeWith } from '#platform/crypto/safe.ts'
import { type Body, incoming } from '#platform/http/body.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Incoming } from '#platform/http/request.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { storageOf } from '#platform/storage/storage.ts'
import { type Call, clientAddress } from './call.ts'
import type { Services } from './services.ts'
import { subjectOf } from './work.ts'

const notAsked = refuse('Für diesen Schritt wurde nicht nach dem Passwort gefragt.')

/** What a controller sees of this call. */
export const requestOf = (
  services: Services,
  call: Call,
  body: Pick<Body, 'form' | 'json' | 'files'>,
  actor: Actor | null = null,
): Incoming =>
  incoming(
    call.req.raw,
    {
      params: call.req.param(),
      address: clientAddress(services, call),
      portal: services.config.baseUrl.replace(/\/$/, ''),
      safe: safeWith(services.secret),
      storage: storageOf(services.config, services.clock),
      confirmation: notAsked,
      look: (read, { snapshot = false } = {}) => {
        const now = services.clock.now()
        const mode = snapshot ? 'isolation level repeatable read read only' : 'read only'
        return unitOfWork(services.database, { as: subjectOf(actor), now, mode }, (db) => read(db, now))
      },
    },
    body,
  )

const passwordIn = ({ form, json }: Incoming): string => {
  const given = typeof json === 'object' && json !== null && 'password' in json ? json.password : form['password']
  return typeof given === 'string' ? given : ''
}

/** For routes that ask for the own password once more; checked before their transaction. */
export async function confirmWhereAsked(
  { database, clock }: Services,
  { confirms }: { confirms?: boolean | undefined },
  actor: Actor | null,
  request: Incoming,
): Promise<void> {
  if (confirms && actor) request.confirmation = await confirmPassword(database, clock, actor, passwordIn(request))
}
