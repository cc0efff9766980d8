import { expect, test } from 'vitest'
import type { MailTemplate } from './mail-template.ts'
import { compose, faultsOf, letterheadFaults, ourLetterhead, preview } from './wording.ts'

const template: MailTemplate = {
  name: 'probe.invitation',
  title: 'Einladung',
  subject: 'Ihr Zugang zu {{verbund}}',
  text: 'Guten Tag {{name}},\n\nbitte hier: {{portal}}/einladung/{{schluessel}}',
  placeholders: { schluessel: 'Ende der Adresse', frist: 'letzter Tag' },
  required: ['schluessel'],
}
const letterhead = ourLetterhead('Verbund Beispielland eG')
const person = { name: 'Jana Wiesner', portal: 'https://portal.example' }

test('a mail has its values, then closing, name and contact', () => {
  expect(compose(template, letterhead, { schluessel: 'abc' }, person)).toEqual({
    subject: 'Ihr Zugang zu Verbund Beispielland eG',
    text: [
      'Guten Tag Jana Wiesner,',
      '',
      'bitte hier: https://portal.example/einladung/abc',
      '',
      'Mit freundlichen Grüßen',
      'Verbund Beispielland eG',
      '',
      '-- ',
      'Diese Mail hat das Lotsenwerk verschickt.',
      'Das Portal erreichen Sie unter https://portal.example.',
    ].join('\n'),
  })
})

test('values are put in once and as they are: no second placeholder, no replacement pattern, no line break in a subject', () => {
  const evil = { name: '{{schluessel}} $& $1\nBcc: x', portal: 'https://portal.example' }
  const wording = { subject: 'An {{name}}', text: '{{name}}' }
  const mail = compose(wording, { sender: 'V', closing: 'G', footer: '' }, { schluessel: 'geheim' }, evil)
  expect(mail).toEqual({
    subject: 'An {{schluessel}} $& $1 Bcc: x',
    text: '{{schluessel}} $& $1\nBcc: x\n\nG\nV',
  })
})

test('a value that is missing is a refusal that names it', () => {
  expect(compose(template, letterhead, {}, person)).toEqual({
    refused: 'Für den Platzhalter {{schluessel}} gibt es in dieser Mail keine Angabe.',
  })
})

test('the office may use what the template has, with spaces inside too, and nothing else', () => {
  const good = {
    subject: 'Willkommen',
    text: '{{ name }} {{portal}}/einladung/{{schluessel}} bis {{frist}} {{verbund}}',
  }
  expect(faultsOf(template, good)).toEqual([])
  const [fault, ...more] = faultsOf(template, { ...good, subject: 'An {{schlüssel}} und {{schlüssel}}' })
  expect(fault).toMatchObject({ path: 'subject', message: expect.stringContaining('{{schlüssel}} gibt es hier nicht') })
  expect(fault?.message).toContain('{{frist}}')
  expect(more).toEqual([])
})

test('names of JavaScript are no placeholders', () => {
  expect(faultsOf(template, { subject: '{{constructor}}', text: '{{schluessel}}{{__proto__}}' })).toHaveLength(2)
})

test('half a bracket and a required placeholder that is gone are said', () => {
  expect(faultsOf(template, { subject: 'x', text: '{{schluessel}} {{name}' })[0]?.message).toContain(
    'fehlt eine Klammer',
  )
  expect(faultsOf(template, { subject: 'x', text: 'ohne' })[0]?.message).toContain(
    'Ohne {{schluessel}} nützt diese Mail nichts',
  )
})

test('the letterhead knows only what every mail has', () => {
  expect(letterheadFaults(letterhead)).toEqual([])
  expect(letterheadFaults({ ...letterhead, footer: '{{schluessel}}' })).toHaveLength(1)
})

test('the preview says in the place of each value what will stand there', () => {
  expect(preview(template, template, letterhead)).toMatchObject({
    text: expect.stringContaining('https://portal.verbund.example/einladung/‹Ende der Adresse›'),
  })
})
