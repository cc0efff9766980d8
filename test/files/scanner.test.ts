// clamd answers, finds something, hangs, drops the connection, or is not there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clamd, readScannerAddress } from '#platform/storage/malware-scanner.ts'
import { eicar, startClamd } from './clamd.ts'

async function* content(text: string, pieces = 1): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < pieces; piece++) yield new TextEncoder().encode(text)
}

test('what is harmless is clean, what holds the test signature is not, over TCP and over a socket', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
  for (const path of [undefined, join(folder, 'clamd.ctl')]) {
    const fake = await startClamd(path)
    const scanner = clamd(fake.address)
    expect(await scanner.scan(content('harmlos', 500))).toEqual({ state: 'clean' })
    expect(await scanner.scan(content(`davor ${eicar} danach`))).toEqual({
      state: 'infected',
      name: 'Eicar-Test-Signature',
    })
    expect(await scanner.scan(content(''))).toMatchObject({ state: expect.stringMatching(/clean|unreachable/) })
    await fake.stop()
  }
  rmSync(folder, { recursive: true })
})

test('a scanner that hangs, drops, refuses the size, says something else or is not there is unreachable, and nobody waits for ever', async () => {
  const fake = await startClamd()
  const scanner = clamd(fake.address, 200)
  for (const mood of ['hangs', 'drops', 'tooSmall', 'babbles'] as const) {
    fake.mood = mood
    expect([mood, (await scanner.scan(content('x'.repeat(5000), 200))).state]).toEqual([mood, 'unreachable'])
  }
  await fake.stop()
  expect((await scanner.scan(content('x'))).state).toBe('unreachable')
  expect((await clamd({ path: '/nowhere/clamd.ctl' }).scan(content('x'))).state).toBe('unreachable')
})

test('its address is one, or the start says what one looks like', () => {
  expect(readScannerAddress(undefined)).toBeUndefined()
  expect(readScannerAddress('tcp://clamav:3311')).toEqual({ host: 'clamav', port: 3311 })
  expect(readScannerAddress('tcp://[::1]')).toEqual({ host: '::1', port: 3310 })
  expect(readScannerAddress('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  expect(readScannerAddress('unix:///run/clamd')).toEqual({ path: '/run/clamd' })
  for (const wrong of ['clamav', 'http://clamav', 'unix:clamd', 'tcp://'])
    expect(readScannerAddress(wrong), wrong).toHaveProperty('refused')
})
