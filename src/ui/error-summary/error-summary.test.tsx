import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FormSecrets, TextField } from '#ui/form/form.tsx'

const errors = [
  { path: 'quantity', message: 'Bitte eine ganze Zahl ab 1 eintragen.' },
  { path: '', message: 'Die Frist ist vorbei.' },
]

test('Each entry jumps to its field, and what concerns the whole form is plain text', () => {
  const html = render(
    <FormSecrets.Provider value={{ csrf: 'token' }}>
      <ErrorSummary title="Noch nicht abgeschickt." errors={errors} labels={{ quantity: 'Menge' }} />
      <TextField label="Menge" name="quantity" />
    </FormSecrets.Provider>,
  )
  expect(html).toContain('<a class="lw-link" href="#feld-quantity">Menge: Bitte eine ganze Zahl ab 1 eintragen.</a>')
  expect(html).toContain('id="feld-quantity"')
  expect(html).toContain('<li>Die Frist ist vorbei.</li>')
})

test('The summary interrupts, has the focus and says what was kept', () => {
  const html = render(<ErrorSummary title="Noch nicht abgeschickt." errors={errors} />)
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus/)
  expect(html).toContain('Alles, was Sie eingetragen haben, ist noch da.')
  expect(render(<ErrorSummary title="Nein." errors={[]} kept="Das Passwort bitte neu eingeben." />)).toContain(
    'Das Passwort bitte neu',
  )
})

test('Errors stand in the order of the fields; with nothing to add there is no empty box below the title', () => {
  const missing = [
    { path: 'email', message: 'fehlt' },
    { path: 'name', message: 'fehlt' },
  ]
  const html = render(<ErrorSummary title="Nein." errors={missing} labels={{ name: 'Name', email: 'E-Mail' }} />)
  expect(html.indexOf('Name: fehlt')).toBeLessThan(html.indexOf('E-Mail: fehlt'))
  expect(render(<ErrorSummary title="Nein." errors={[]} kept="" />)).not.toContain('kern-alert__body')
})
