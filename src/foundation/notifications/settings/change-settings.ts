import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { NotificationKind } from '../kind.ts'
import type { WantedSettings } from './schemas.ts'
import { isQuietAt } from './setting.ts'

/** Writes one's own settings as a whole. It is nobody else's business, so the audit trail says nothing about it. */
export async function changeSettings(
  { actor, db, now }: Context,
  kinds: readonly NotificationKind[],
  { kinds: choices, ...setting }: WantedSettings,
): Promise<Outcome<true>> {
  const faults = faultsOf(kinds, { ...setting, kinds: choices })
  if (faults.length > 0) return refuse('Ihre Einstellungen sind noch nicht gespeichert.', faults)
  const changed = {
    rhythm: setting.rhythm,
    weekday: setting.weekday,
    hour: setting.hour,
    quiet_from: setting.quietFrom,
    quiet_until: setting.quietUntil,
    changed_at: now.toString(),
  }
  await db
    .insertInto('notifications.setting')
    .values({ person_id: actor.personId, ...changed })
    .onConflict((there) => there.column('person_id').doUpdateSet(changed))
    .execute()
  await db.deleteFrom('notifications.choice').where('person_id', '=', actor.personId).execute()
  const urgent = new Set(kinds.filter((kind) => kind.urgent).map(({ kind }) => kind))
  const rows = [...new Map(choices.map(({ kind, channel }) => [kind, channel]))]
    .filter(([kind, channel]) => channel !== 'digest' && !urgent.has(kind))
    .map(([kind, channel]) => ({ person_id: actor.personId, kind, channel, changed_at: now.toString() }))
  if (rows.length > 0) await db.insertInto('notifications.choice').values(rows).execute()
  return true
}

function faultsOf(kinds: readonly NotificationKind[], wanted: WantedSettings): FieldError[] {
  const { hour, rhythm, quietFrom, quietUntil, kinds: choices } = wanted
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]))
  const faults: FieldError[] = []
  if ((quietFrom === null) !== (quietUntil === null))
    faults.push({
      path: quietFrom === null ? 'quietFrom' : 'quietUntil',
      message: 'Eine Ruhezeit hat Anfang und Ende. Bitte beides angeben oder beides leer lassen.',
    })
  else if (quietFrom !== null && quietFrom === quietUntil)
    faults.push({ path: 'quietUntil', message: 'Das Ende ist gleich dem Anfang. Bitte eine andere Uhrzeit angeben.' })
  else if (rhythm !== 'never' && isQuietAt(hour, wanted))
    faults.push({
      path: 'hour',
      message: `Um ${hour} Uhr ist Ruhezeit. Bitte eine Stunde außerhalb von ${quietFrom} bis ${quietUntil} Uhr wählen.`,
    })
  for (const [at, { kind, channel }] of choices.entries()) {
    const declared = byName.get(kind)
    if (!declared) faults.push({ path: `kinds.${at}.kind`, message: 'Diese Art von Mitteilung gibt es nicht.' })
    else if (declared.urgent && channel !== 'mail')
      faults.push({
        path: `kinds.${at}.channel`,
        message: `„${declared.title}“ ist dringend und kommt immer sofort per Mail.`,
      })
  }
  return faults
}
