import { join } from 'node:path'
import type { Clock } from '#platform/clock.ts'
import type { BlobStore } from './blob-store.ts'
import { folderStore } from './folder-store.ts'
import { clamd, type MalwareScanner, type ScannerAddress } from './malware-scanner.ts'

/** Where contents lie and who looks whether they are harmful. */
export interface Storage {
  blobs: BlobStore
  /** Undefined where none is configured: then nothing is held back. */
  scanner: MalwareScanner | undefined
}

interface Settings {
  dataFolder: string
  scanner?: ScannerAddress | undefined
}

/** Opens nothing yet. */
export const storageOf = ({ dataFolder, scanner }: Settings, clock: Clock): Storage => ({
  blobs: folderStore(join(dataFolder, 'files'), clock),
  scanner: scanner && clamd(scanner),
})
