import { Temporal } from 'temporal-polyfill'
import { localDay, startOfDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { changePlan, dueDay, findPicture, releasePicture, takePicture } from '#domains/insights/state-picture/index.ts'
import { findProgrammeByKey } from '#foundation/programmes/index.ts'
import type { Db } from '#platform/db/database.ts'
import { insights, speakAs } from '#platform/db/unit-of-work.ts'
import type { Speaker } from './demo-organizations.ts'

/** Pictures appear on the first and on the fifteenth of each month. */
const days = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0')).flatMap((month) => [
  `${month}-01`,
  `${month}-15`,
])

/** The two newest pictures, each taken early on its day; the ministry shows both to everybody. */
export async function tellPictures(db: Db, now: Temporal.Instant, speaker: Speaker): Promise<void> {
  const leader = await speaker('programm@verbund.example', 'verbund', 57, '11:00')
  const programme = await findProgrammeByKey(leader.db, 'sicherkommunal')
  if (!programme) throw new Error('demo: the programme of the pictures is not there')
  const planned = await changePlan(leader, programme, { days, version: 0 })
  if (isRefusal(planned)) throw new Error(`demo: ${planned.refused}`)
  const newest = lastDay(localDay(now))
  for (const day of [lastDay(newest.subtract({ days: 1 })), newest]) {
    const early = startOfDay(day).add({ minutes: 270 })
    const at = Temporal.Instant.compare(early, now) < 0 ? early : now
    await speakAs(db, insights, at)
    const outcome = await takePicture(db, { programmeId: programme.id, at, releaseOn: day.toString(), takenBy: null })
    if ('notTaken' in outcome) throw new Error(`demo: no picture, ${outcome.notTaken}`)
    const ministry = await speaker('land@ministerium.example', 'ministerium', day.until(localDay(now)).days, '10:00')
    const picture = await findPicture(ministry.db, outcome.taken)
    if (!picture || isRefusal(await releasePicture(ministry, picture))) throw new Error('demo: no picture was released')
  }
}

function lastDay(from: Temporal.PlainDate): Temporal.PlainDate {
  for (let day = from; ; day = day.subtract({ days: 1 })) {
    const due = dueDay(days, day)
    if (due !== undefined) return Temporal.PlainDate.from(due)
  }
}
