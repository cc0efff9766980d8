// A disk that is really full: a small one of our own, which only root on Linux can make.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { createApp } from '#app/create-app.ts'
import { openHouse } from '#app/house.ts'
import { readInstallation } from '#app/installation.ts'
import { loadAssets } from '#app/assets.ts'
import { runVerb } from '#app/operator.ts'
import { backUp } from '#app/operations/backup.ts'
import { createWorker } from '#app/worker.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { silentLog } from '#platform/log.ts'
import { ApiClient } from '../harness/clients.ts'
import { testConfig } from '../harness/template.ts'
import { filledInstallation, kindOfProject } from './installations.ts'

/** A disk of so many MB in memory; undefined where that is not possible. */
function smallDisk(megabytes: number): { folder: string; fill(): void; free(): void; remove(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => writeFileSync(filler, Buffer.alloc(statfsSync(folder).bavail * statfsSync(folder).bsize)),
    free: () => rmSync(filler),
    remove: () => {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}

const catalog = (size: number): string => {
  const controls = Array.from({ length: size }, (_, at) => ({
    id: `X.${at}`,
    title: `Anforderung ${at}`,
    parts: [{ id: `X.${at}_s`, name: 'statement', prose: `Die Einrichtung legt fest ${at} `.repeat(40) }],
  }))
  const metadata = {
    title: 'Platzprobe',
    version: '1',
    'oscal-version': '1.1.3',
    'last-modified': '2026-11-21T00:00:00Z',
  }
  return JSON.stringify({
    catalog: {
      uuid: '5a0b4c1e-6d2f-4c8a-9b7e-1f2a3b4c5d6f',
      metadata,
      groups: [{ id: 'X', title: 'Alles', controls }],
    },
  })
}

const lacking = 'a disk of our own needs root on Linux'

// On PostgreSQL the disk is the server's; the error is the same one (53100), see disk-space.test.ts.
if (kindOfProject() === 'embedded')
  test('what cannot be written is refused with a sentence, reading goes on, and afterwards everything works', async ({
    skip,
  }) => {
    const disk = smallDisk(160)
    if (!disk) return skip(lacking)
    try {
      const dataFolder = join(disk.folder, 'data')
      cpSync(inject('templates').embedded, dataFolder, { recursive: true })
      const config = testConfig({ dataFolder })
      const house = await openHouse(config)
      if (isRefusal(house)) throw new Error(house.refused)
      const services = {
        ...house,
        log: silentLog,
        secret: config.secret ?? '',
        assets: loadAssets(),
        installation: await readInstallation(house),
        worker: createWorker(house, silentLog),
        stopping: new AbortController().signal,
      }
      expect(services.installation.lowDisk).toBeDefined()
      const issued = await runVerb(house, 'token create', { email: 'programm@verbund.example' })
      if (isRefusal(issued)) throw new Error(issued.refused)
      const manager = new ApiClient(createApp(services), String(issued.data['token']))
      disk.fill()
      const refused = await manager.upload('/catalogs', catalog(3000))
      expect(refused.status).toBe(503)
      expect(refused.body).toMatchObject({
        type: '/fehler/kein-platz',
        title: expect.stringContaining('kein Speicherplatz'),
      })
      expect((await manager.get('/catalogs')).status).toBe(200)
      disk.free()
      expect((await manager.upload('/catalogs', catalog(3000))).status).toBe(201)
      await house.database.close()
    } finally {
      disk.remove()
    }
  })

test('a backup for which there is no room leaves nothing behind', async ({ skip }) => {
  const disk = smallDisk(1)
  if (!disk) return skip(lacking)
  const source = await filledInstallation(kindOfProject())
  try {
    disk.fill()
    const file = join(disk.folder, 'alles.backup')
    expect(await backUp(source.config, { file, passphraseFile: undefined })).toHaveProperty(
      'refused',
      expect.stringContaining('kein Platz'),
    )
    expect(existsSync(file)).toBe(false)
    expect(existsSync(`${file}.part`)).toBe(false)
  } finally {
    await source.drop()
    disk.remove()
  }
})
