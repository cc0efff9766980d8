import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Refusal, refuse } from '#kernel/outcome.ts'
import type { PreparedFile } from '#foundation/files/index.ts'
import type { Context } from '#platform/http/context.ts'

const papers = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

/** A paper is a scan or a photo, and was signed at the latest today. */
export function paperFault(
  { now }: Pick<Context, 'now'>,
  { signedOn, file }: { signedOn: string; file: PreparedFile },
): Refusal | undefined {
  if (!papers.has(file.mediaType))
    return refuse('Das Papier ist noch nicht abgelegt. Bitte wählen Sie eine andere Datei.', [
      { path: 'file', message: 'Ein unterschriebenes Papier kommt als PDF oder Bild (PNG, JPEG, WebP).' },
    ])
  const today = localDay(now)
  return signedOn > today.toString()
    ? refuse('Das Papier ist noch nicht abgelegt. Bitte ändern Sie eine Angabe.', [
        { path: 'signedOn', message: `Dieser Tag kommt erst noch. Spätestens ${germanDay(today)}.` },
      ])
    : undefined
}
