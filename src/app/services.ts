import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/db/database.ts'
import type { DiskSpace } from '#platform/disk-space.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Log } from '#platform/log.ts'
import type { AssetFiles } from './assets.ts'

/** What every page says about the installation; read at the start and after the operator's verbs. */
export interface Installation {
  /** While demo accounts exist every page says so. */
  demo: boolean
  /** Name of the cooperative that runs it. */
  operatorName: string
  /** Closed to everybody but administrators. */
  maintenance?: { since: Temporal.Instant; message: string } | undefined
  /** The disk of the data folder, when it is nearly full. */
  lowDisk?: DiskSpace | undefined
}

/** Everything a request may need, built once in one place and handed down. */
export interface Services {
  config: Config
  database: Database
  clock: Clock
  log: Log
  /** Key of the tamper-proof marks in forms and cookies. */
  secret: string
  assets: AssetFiles
  installation: Installation
  /** Does the work of the queue; started by the server, asked by the test clock. */
  worker: Worker
  /** Aborted when the server stops: no new requests from here on. */
  stopping: AbortSignal
}
