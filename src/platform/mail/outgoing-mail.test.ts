import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { readPart } from './mime-part.ts'
import { rawMail } from './outgoing-mail.ts'

const mail = {
  messageId: '<1@portal.example>',
  from: { email: 'portal@verbund.example', name: 'Verbund' },
  to: { email: 'wer@x.example', name: 'Wer' },
  subject: 'Probe',
  text: 'Guten Tag',
  at: Temporal.Instant.from('2026-11-21T08:15:00Z'),
}

const headersOf = async (unsubscribe: string | undefined) => {
  const { headers } = readPart((await rawMail({ ...mail, unsubscribe })).toString('utf8'))
  return [headers.get('list-unsubscribe'), headers.get('list-unsubscribe-post')]
}

test('a mail that can be unsubscribed says how; one click without asking only over https', async () => {
  const secure = `https://portal.example/abbestellen/${'a'.repeat(27)}`
  expect(await headersOf(secure)).toEqual([`<${secure}>`, 'List-Unsubscribe=One-Click'])
  const local = 'http://127.0.0.1:3000/abbestellen/b'
  expect(await headersOf(local)).toEqual([`<${local}>`, undefined])
  expect(await headersOf(undefined)).toEqual([undefined, undefined])
})
