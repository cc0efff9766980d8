// As the pages of the server say it, whatever the computer is set to.
const timeZone = 'Europe/Berlin'
const time = new Intl.DateTimeFormat('de-DE', { timeZone, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('de-DE', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' })

/** "10:42 Uhr" */
export const germanTime = (instant: Date): string => `${time.format(instant)} Uhr`

/** "10:42 Uhr" today, "16.11.2026" on any other day. */
export const germanMoment = (instant: Date, now: Date): string =>
  day.format(instant) === day.format(now) ? germanTime(instant) : day.format(instant)
