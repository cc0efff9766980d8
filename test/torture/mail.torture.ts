import { expect, test } from 'vitest'
import { tortureMails } from './mail.ts'

for (const torture of tortureMails)
  test('no mail is lost, and one that comes again is recognisable', async () => {
    await expect(torture().then(console.log)).resolves.toBeUndefined()
  })
