import { statfs } from 'node:fs/promises'

/** Of the disk a folder lies on, in bytes. */
export interface DiskSpace {
  free: number
  total: number
}

/** What an ordinary user may still write; undefined when the folder is not there or the system does not say. */
export async function diskSpace(folder: string): Promise<DiskSpace | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return undefined
  }
}

const gibibyte = 1024 ** 3

/** Under 5 % or under 1 GiB: time for somebody to look. */
export const isLow = ({ free, total }: DiskSpace): boolean => free < gibibyte || free < total * 0.05

/** No space left on device: as the system says it, and as PostgreSQL does (disk_full). */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    code === 'ENOSPC' || code === '53100' || /no space left on device/i.test(error.message) || isDiskFull(error.cause)
  )
}
