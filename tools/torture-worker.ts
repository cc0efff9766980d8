// One process of the torture of jobs: opens the database of the settings, does the jobs of the test, says how many it has done.
// It is killed without warning; whatever it was doing must then be done once, by somebody else or by its successor.
import { sql } from 'kysely'
import { z } from 'zod'
import { openHouse } from '../src/app/house.ts'
import { isRefusal } from '../src/kernel/outcome.ts'
import { readConfig } from '../src/platform/config.ts'
import { newId } from '../src/platform/crypto/random.ts'
import { job } from '../src/platform/jobs/job.ts'
import { Worker } from '../src/platform/jobs/worker.ts'
import { silentLog } from '../src/platform/log.ts'

const config = readConfig()
if (isRefusal(config)) throw new Error(config.refused)
const house = await openHouse(config)
if (isRefusal(house)) throw new Error(house.refused)

const trace = job({
  name: 'torture.trace',
  title: 'Probe',
  data: z.object({ person: z.uuid(), note: z.string() }),
  leaseSeconds: 3,
  attempts: 1000,
  longestPause: 1,
  run: async (tools, { person, note }) => {
    await tools.unit(({ db }) => sql`select 1`.execute(db))
    await tools.finish(async ({ db, now }) => {
      await sql`select notifications.add(${newId()}::uuid, ${person}::uuid, null, ${note}, 'Spur', '/', ${now.toString()}::timestamptz)`.execute(
        db,
      )
    })
  },
})
new Worker({ database: house.database, clock: house.clock, log: silentLog, jobs: [trace], parallel: 8 }).start()
process.stdout.write('ready\n')
