import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { StoredFile } from './file.ts'

export const may = {
  /** Who sees the file may have it, unless it would do harm (the noun that carries it decides who sees it). */
  download: ({ scan, name }: StoredFile): Outcome<true> => {
    switch (scan) {
      case 'clean':
      case 'notScanned':
        return true
      case 'waiting':
        return refuse(
          `„${name}“ ist noch nicht auf Schadsoftware geprüft. Das geschieht von selbst; bitte versuchen Sie es in einigen Minuten noch einmal.`,
        )
      case 'infected':
        return refuse(`In „${name}“ wurde Schadsoftware gefunden. Die Datei wird nicht mehr herausgegeben.`)
    }
  },
}
