import { z } from 'zod'
import { type Job, type JobTools, job } from '#platform/jobs/job.ts'
import type { Storage } from '#platform/storage/storage.ts'
import { contentsToScan, noteScan, orphansAmong } from './note-scan.ts'

/** Uploads that have not become a file after so long never will. */
const orphanHours = 24

/** Scans what waits for it, and clears contents away that no file has (any more). */
export const fileJobs = (storage: Storage): Job[] => [
  job({
    name: 'files.scan',
    title: 'Dateien auf Schadsoftware prüfen',
    data: z.unknown(),
    as: 'system',
    schedule: { everyMinutes: 5 },
    attempts: 3,
    run: (tools) => scanWaiting(storage, tools),
  }),
  job({
    name: 'files.clear',
    title: 'Verwaiste Dateien löschen',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '04:10' },
    attempts: 3,
    run: (tools) => clearOrphans(storage, tools),
  }),
]

/** One after the other, outside of transactions. When the scanner is away, the rest waits for the next run. */
async function scanWaiting({ blobs, scanner }: Storage, tools: JobTools): Promise<void> {
  if (!scanner) return
  for (let after = ''; ;) {
    const contents = await tools.unit((ctx) => contentsToScan(ctx, after, true))
    for (const sha256 of contents) {
      tools.stopping.throwIfAborted()
      after = sha256
      if (!(await blobs.find(sha256))) continue
      const verdict = await scanner.scan(blobs.read(sha256))
      if (verdict.state === 'unreachable') return
      await tools.unit((ctx) => noteScan(ctx, sha256, verdict.state))
    }
    if (contents.length === 0) return
  }
}

/**
 * Only contents that were last kept a day ago and that no file has. Whoever uploads the same content meanwhile makes it young
 * again, and the store does not remove what is young.
 */
async function clearOrphans({ blobs }: Storage, tools: JobTools): Promise<void> {
  const before = tools.now().subtract({ hours: orphanHours })
  for await (const contents of blobs.olderThan(before)) {
    tools.stopping.throwIfAborted()
    const orphans = await tools.unit((ctx) => orphansAmong(ctx, contents))
    for (const sha256 of contents)
      if (orphans.has(sha256)) await blobs.removeUnlessKept(sha256, before)
      else await blobs.bringBack(sha256)
  }
}
