// As the pages of the server say it, whatever the computer is set to.
const timeZone = 'Europe/Berlin'
const time = new Intl.DateTimeFormat('de-DE', { timeZone, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('de-DE', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' })

/** "10:42 Uhr" */
export const germanTime = (instant: Date): string => `${time.format(instant)} Uhr`

/** "10:42 Uhr" today, "gestern, 10:42 Uhr" yesterday, "16.11.2026" on any other day. */
export function germanMoment(instant: Date, now: Date): string {
  const on = day.format(instant)
  if (on === day.format(now)) return germanTime(instant)
  const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000)
  return on === day.format(yesterday) ? `gestern, ${germanTime(instant)}` : on
}
