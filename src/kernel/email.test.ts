import { expect, test } from 'vitest'
import { mailboxOf, normalizeEmail } from './email.ts'

test.for([
  [' ISB@Musterstadt.Example ', 'isb@musterstadt.example'],
  ['vor.name+liste@sub.musterstadt.de', 'vor.name+liste@sub.musterstadt.de'],
  ["o'neill@x.de", "o'neill@x.de"],
  ['bürgermeister@münchen.de', 'bürgermeister@münchen.de'],
  [`${'a'.repeat(242)}@ort.example`, `${'a'.repeat(242)}@ort.example`],
] as const)('%j is kept as one spelling', ([text, email]) => {
  expect(normalizeEmail(text)).toBe(email)
})

test.for([
  '',
  'isb',
  'isb@',
  '@ort.de',
  'isb@ort',
  'isb@ort.',
  'isb@.de',
  'isb@ort..de',
  'a b@ort.de',
  'a@b@ort.de',
  'a,b@ort.de',
  '"a"@ort.de',
  'Isb <isb@ort.de>',
  'isb@ort.de\nbcc: x@y.de',
  'isb\0@ort.de',
  'is\u200Bb@ort.de',
  `${'a'.repeat(243)}@ort.example`,
])('%j is no address', (text) => expect(normalizeEmail(text)).toBeUndefined())

test.each([
  ['amt@stadt.example', 'amt@stadt.example'],
  ['amt+2@stadt.example', 'amt@stadt.example'],
  ['amt+a+b@stadt.example', 'amt@stadt.example'],
])('%s reaches the mailbox %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox))
