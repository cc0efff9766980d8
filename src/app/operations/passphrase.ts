import { readFile } from 'node:fs/promises'
import { type Outcome, refuse } from '#kernel/outcome.ts'

/** The first line of the file; undefined when none was named. Never from the arguments, which every user of the machine can see. */
export async function readPassphrase(file: string | undefined): Promise<Outcome<string | undefined>> {
  if (file === undefined) return undefined
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined)
    return refuse(`Die Datei mit dem Kennwort, ${file}, gibt es nicht, oder sie lässt sich nicht lesen.`)
  const passphrase = text.split(/\r?\n/)[0] ?? ''
  return passphrase.length >= 12
    ? passphrase
    : refuse(`Das Kennwort in ${file} ist zu kurz: Die erste Zeile braucht mindestens 12 Zeichen.`)
}
