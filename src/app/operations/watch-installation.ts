import { readInstallation } from '../installation.ts'
import type { Services } from '../services.ts'

/**
 * Looks again and again at what every page says about the installation: on PostgreSQL another process may have switched maintenance
 * on, and a disk fills up slowly. Returns the function that ends it.
 */
export function watchInstallation(services: Services): () => void {
  let looking = false
  const look = async (): Promise<void> => {
    if (looking) return
    looking = true
    try {
      const before = services.installation.lowDisk
      services.installation = await readInstallation(services)
      tellAboutDisk(services, before !== undefined)
    } catch {
      // The database is away: requests say so themselves, and what was known still holds.
    } finally {
      looking = false
    }
  }
  tellAboutDisk(services, false)
  const timer = setInterval(() => void look(), services.database.embedded ? 15_000 : 2000)
  timer.unref()
  return () => clearInterval(timer)
}

function tellAboutDisk({ installation: { lowDisk }, log, config }: Services, wasLow: boolean): void {
  if (lowDisk && !wasLow)
    log.error('disk nearly full', 'free some space or enlarge the disk', {
      folder: config.dataFolder,
      freeBytes: lowDisk.free,
      totalBytes: lowDisk.total,
    })
  if (!lowDisk && wasLow) log.info('disk has space again', { folder: config.dataFolder })
}
