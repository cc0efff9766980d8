import { expect, test } from 'vitest'
import { readMailServer, readSender } from './server-address.ts'

const read = (text: string) => readMailServer(text, 'smtp')

test('the scheme says how TLS begins, and the port follows from it', () => {
  expect(read('smtps://mail.verbund.example')).toMatchObject({ port: 465, tls: 'direct' })
  expect(read('smtp://mail.verbund.example')).toMatchObject({ port: 587, tls: 'upgrade' })
  expect(read('smtp://mail.verbund.example:2525')).toMatchObject({ port: 2525, tls: 'upgrade' })
  expect(readMailServer('imaps://mail.verbund.example/Post/Rückläufer', 'imap')).toMatchObject({
    port: 993,
    folder: 'Post/Rückläufer',
  })
})

test('without TLS only on this machine, or when the address says so', () => {
  expect(read('smtp://127.0.0.1:1025')).toMatchObject({ tls: 'none' })
  expect(read('smtp://localhost?tls=required')).toMatchObject({ tls: 'upgrade' })
  expect(read('smtp://[::1]:25')).toMatchObject({ host: '::1', tls: 'none' })
  expect(read('smtp://relay.intern?tls=none')).toMatchObject({ tls: 'none' })
  expect(read('smtp://relay.intern?tls=vielleicht')).toHaveProperty('refused')
})

test('name and password are decoded', () => {
  expect(read('smtps://portal%40verbund.example:geheim%20%40%3A%2F@mail.verbund.example')).toMatchObject({
    user: 'portal@verbund.example',
    password: 'geheim @:/',
  })
})

test('a per cent sign that begins no code stands for itself', () => {
  expect(read('smtp://anna:50%zz@mail.verbund.example')).toMatchObject({ password: '50%zz' })
})

test('what is no address of a mail server is refused with an example', () => {
  for (const text of ['mail.verbund.example', 'http://mail.verbund.example', 'smtp://', 'imap://x.example', ''])
    expect(read(text)).toHaveProperty('refused', expect.stringContaining('SMTP_URL'))
})

test('our own address: as set, else the account, else one at the host of the portal', () => {
  const none = { user: undefined }
  expect(readSender('Portal@Verbund.example', none, 'https://x.example')).toBe('portal@verbund.example')
  expect(readSender(undefined, { user: 'a@b.example' }, 'https://x.example')).toBe('a@b.example')
  expect(readSender(undefined, { user: 'anna' }, 'https://portal.verbund.example')).toBe(
    'lotsenwerk@portal.verbund.example',
  )
  expect(readSender(undefined, none, 'http://localhost:3000')).toBe('lotsenwerk@localhost.localdomain')
  expect(readSender('kein@', none, 'https://x.example')).toHaveProperty('refused')
})
