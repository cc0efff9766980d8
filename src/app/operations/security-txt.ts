import type { Services } from '../services.ts'

/** RFC 9116: whom to tell about a weakness of this installation. */
export function securityTxt({ config, clock }: Services): string {
  const address = /<([^>]+)>/.exec(config.mail.sender)?.[1] ?? config.mail.sender
  const expires = clock.now().toZonedDateTimeISO('UTC').startOfDay().add({ months: 6 }).toInstant()
  return [
    `Contact: ${config.securityContact ?? `mailto:${address}`}`,
    `Expires: ${expires.toString()}`,
    'Preferred-Languages: de, en',
    `Canonical: ${config.baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
