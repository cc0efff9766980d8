// `lotsenwerk restore` as a process of its own, to be killed: node restore-process.ts CONFIG FILE.
import { restore } from '#app/operations/restore.ts'
import type { Config } from '#platform/config.ts'

const [config = '', file = ''] = process.argv.slice(2)
console.log(JSON.stringify(await restore(JSON.parse(config) as Config, { file, passphraseFile: undefined })))
