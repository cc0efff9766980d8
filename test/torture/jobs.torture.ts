import { expect, test } from 'vitest'
import { tortureJobs } from './jobs.ts'

for (const torture of tortureJobs)
  test(`each job is done once, ${torture.name}`, async () => {
    await expect(torture().then(console.log)).resolves.toBeUndefined()
  })
