import { type NewMail, notify, postMails } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Event } from '../event/event.ts'
import type { Registration } from '../places/registration.ts'
import { eventKinds } from '../telling/notifications.ts'

export interface Given {
  place: Registration
  number: string
}

const template = 'events.certificate'

/** Written here, not taken from routes.ts: verbs know no pages, and an address in a mail stays what it was. */
const own = '/anmeldungen'

/** Tells everybody that there is a certificate: people with an account where it lies, guests its number, which is all they have of it. */
export async function tellHolders(ctx: Context, { title }: Event, given: readonly Given[]): Promise<void> {
  await notify(ctx, {
    personIds: given.flatMap(({ place }) => place.personId ?? []),
    kind: eventKinds.certificate,
    title: `Ihr Zertifikat zu „${title}“ liegt bereit`,
    url: own,
    mail: { template, data: { anlass: title, wo: 'Nummer und PDF stehen bei Ihren Anmeldungen.', link: own } },
  })
  await postMails(
    ctx,
    given.flatMap(({ place, number }): NewMail | never[] =>
      place.guestEmail === ''
        ? []
        : {
            to: { email: place.guestEmail, name: place.name },
            template,
            data: {
              anlass: title,
              wo: `Es hat die Nummer ${number}. Wer es prüfen will, gibt sie im Portal ein.`,
              link: `/zertifikate/${number}`,
            },
          },
    ),
  )
}
