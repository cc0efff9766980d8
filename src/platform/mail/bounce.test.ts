import { expect, test } from 'vitest'
import { readBounce } from './bounce.ts'
import { idOfMessage } from './outgoing-mail.ts'

const id = '01940d1c-5c00-7a60-8000-4b5c6d7e8f90'

/** As Postfix writes it. */
const postfix = `Return-Path: <>
From: MAILER-DAEMON@mail.verbund.example (Mail Delivery System)
To: portal@verbund.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="8A1B22.1763712345/mail.verbund.example"
Message-Id: <20261121081600.1234@mail.verbund.example>

This is a MIME-encapsulated message.

--8A1B22.1763712345/mail.verbund.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--8A1B22.1763712345/mail.verbund.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.verbund.example
X-Postfix-Queue-ID: 8A1B22
Arrival-Date: Sat, 21 Nov 2026 08:15:00 +0000 (UTC)

Final-Recipient: rfc822; weiter@anderswo.example
Original-Recipient: rfc822;ISB@Musterstadt.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.musterstadt.example
Diagnostic-Code: smtp; 550 5.1.1 <isb@musterstadt.example>: Recipient address
    rejected: User unknown

--8A1B22.1763712345/mail.verbund.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

Message-ID:
 <${id}@verbund.example>
Subject: Ihr Zugang
To: isb@musterstadt.example

Guten Tag
--8A1B22.1763712345/mail.verbund.example--
`

/** As Exchange writes it: parts in base64, headers only, no original recipient. */
const exchange = `Content-Type: multipart/report; boundary="=_x"; report-type=delivery-status\r
Subject: Nicht zustellbar\r
\r
--=_x\r
Content-Type: text/html; charset="utf-8"\r
Content-Transfer-Encoding: base64\r
\r
PGI+TmVpbjwvYj4=\r
--=_x\r
Content-Type: message/delivery-status\r
Content-Transfer-Encoding: base64\r
\r
${Buffer.from('Reporting-MTA: dns;ex.example\r\n\r\nFinal-recipient: RFC822; <amt@musterstadt.example>\r\nAction: failed\r\nStatus: 5.2.2\r\n').toString('base64')}\r
--=_x\r
Content-Type: text/rfc822-headers\r
Content-Transfer-Encoding: quoted-printable\r
\r
Message-ID: <${id}=40verbund.example>\r
Subject: =C3=9Cbergabe\r
--=_x--\r
`

test('a report of Postfix: the mail by its Message-ID, the recipient we wrote to, the reason in its words', () => {
  const bounce = readBounce(postfix)
  expect(idOfMessage(bounce?.messageId)).toBe(id)
  expect(bounce?.recipient).toBe('isb@musterstadt.example')
  expect(bounce?.reason).toBe(
    'Die Mail kam zurück: 550 5.1.1 <isb@musterstadt.example>: Recipient address rejected: User unknown',
  )
})

test('a report of Exchange with encoded parts and headers only', () => {
  const bounce = readBounce(exchange)
  expect(idOfMessage(bounce?.messageId)).toBe(id)
  expect(bounce).toMatchObject({ recipient: 'amt@musterstadt.example', reason: 'Die Mail kam zurück: 5.2.2' })
})

test('the first failed recipient of several counts, also when the mail itself is not quoted', () => {
  const report = postfix
    .replace(
      'Final-Recipient: rfc822; weiter@anderswo.example',
      'Final-Recipient: rfc822; gut@x.example\nAction: delivered\n\nFinal-Recipient: rfc822; weiter@anderswo.example',
    )
    .replace(/Content-Type: message\/rfc822[\s\S]*?Guten Tag/, 'Content-Type: text/plain\n\n(nicht zitiert)')
  expect(readBounce(report)).toMatchObject({ messageId: undefined, recipient: 'isb@musterstadt.example' })
})

test('a delay, an answer from the holiday, a read receipt and an ordinary mail are no bounces', () => {
  expect(readBounce(postfix.replace('Action: failed', 'Action: delayed'))).toBeUndefined()
  expect(
    readBounce(postfix.replace('report-type=delivery-status', 'report-type=disposition-notification')),
  ).toBeUndefined()
  expect(readBounce('Subject: Abwesend\nAuto-Submitted: auto-replied\n\nBin im Urlaub. Action: failed')).toBeUndefined()
  expect(readBounce('')).toBeUndefined()
})

test('torn and hostile reports are read without harm', () => {
  for (let length = 0; length < postfix.length; length += 7)
    expect(() => readBounce(postfix.slice(0, length))).not.toThrow()
  expect(readBounce(postfix.replaceAll('boundary=', 'grenze='))).toBeUndefined()
  const foreign = readBounce(postfix.replace(`<${id}@verbund.example>`, '<' + 'x'.repeat(500) + '@y.example>'))
  expect(idOfMessage(foreign?.messageId)).toBeUndefined()
  const long = readBounce(postfix.replace('User unknown', `\u0007${'z'.repeat(5000)}`))
  expect(long?.reason.length).toBeLessThan(400)
})
