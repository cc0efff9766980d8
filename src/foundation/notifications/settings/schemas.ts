import { z } from 'zod'
import { channels, rhythms } from './setting.ts'

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Das ist keine Uhrzeit. Beispiel: 20:00')
  .nullable()

const setting = {
  rhythm: z
    .enum(rhythms, 'Bitte wählen Sie, wie oft der Überblick kommt.')
    .meta({ description: 'How often the digest comes' }),
  weekday: z.coerce.number().int().min(1).max(7).meta({ description: 'Of a weekly digest; 1 is Monday' }),
  hour: z.coerce.number().int().min(0).max(23).meta({ description: 'Hour of the digest, Europe/Berlin' }),
  quietFrom: time.meta({ description: 'From here on only urgent mail, Europe/Berlin; null: no quiet hours' }),
  quietUntil: time.meta({ description: 'Earlier than quietFrom: on the next day' }),
}

export const settingsIn = z
  .object({
    ...setting,
    kinds: z
      .array(z.object({ kind: z.string().max(100), channel: z.enum(channels) }).strict())
      .max(500)
      .meta({ description: 'Kinds that are not named come in the digest; urgent ones always by mail' }),
  })
  .strict()
  .meta({ id: 'NotificationSettingsInput' })

export type WantedSettings = z.infer<typeof settingsIn>

export const settingsOut = z
  .object({
    ...setting,
    rhythm: z.enum(rhythms),
    weekday: z.int(),
    hour: z.int(),
    kinds: z.array(
      z.object({
        kind: z.string(),
        title: z.string(),
        area: z.string(),
        urgent: z.boolean().meta({ description: 'Comes by mail at once, in quiet hours too' }),
        channel: z.enum(channels),
      }),
    ),
  })
  .meta({ id: 'NotificationSettings' })
