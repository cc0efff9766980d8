import { render } from 'preact-render-to-string'
import type { ComponentChildren } from 'preact'
import { describe, expect, test } from 'vitest'

import {
  Check,
  Choice,
  errorAt,
  fieldId,
  FileField,
  Form,
  FormSecrets,
  HiddenField,
  SelectField,
  Submit,
  TextArea,
  TextField,
} from '#ui/form/form.tsx'

const inPage = (children: ComponentChildren) =>
  render(<FormSecrets.Provider value={{ csrf: 'token' }}>{children}</FormSecrets.Provider>)

describe('A form', () => {
  test('that posts carries the CSRF token', () => {
    const html = inPage(<Form action="/bedarf">x</Form>)
    expect(html).toContain('<form class="lw-stack" action="/bedarf" method="post" novalidate>')
    expect(html).toContain('<input type="hidden" name="_csrf" value="token"/>')
  })

  test('that only asks carries none and needs no secrets', () => {
    expect(
      render(
        <Form action="/liste" method="get" layout="bar">
          x
        </Form>,
      ),
    ).not.toContain('_csrf')
  })

  test('that posts without secrets around the page is a bug and throws', () => {
    expect(() => render(<Form action="/bedarf">x</Form>)).toThrow(/FormSecrets/)
  })

  test('with a file is sent in parts, and hidden values travel along', () => {
    const html = inPage(
      <Form action="/datei" multipart>
        <HiddenField name="version" value="3" />
        <FileField label="Datei" name="file" accept=".pdf" required />
      </Form>,
    )
    expect(html).toContain('enctype="multipart/form-data"')
    expect(html).toContain('<input type="hidden" name="version" value="3"/>')
    expect(html).toContain('type="file" accept=".pdf"')
  })

  test('has a primary button that says what happens', () => {
    expect(inPage(<Submit>Bedarf melden</Submit>)).toContain('kern-btn--primary" type="submit"')
  })
})

describe('A field', () => {
  test('keeps its value and is tied to label, hint and error', () => {
    const html = inPage(
      <TextField
        label="Menge"
        name="quantity"
        required
        value="ca. 40"
        hint="Geschätzt reicht."
        error="„ca. 40“ ist keine Zahl."
      />,
    )
    expect(html).toContain('<label class="kern-label" for="feld-quantity">')
    expect(html).toContain('value="ca. 40"')
    expect(html).toContain('aria-invalid="true" aria-describedby="feld-quantity-hinweis feld-quantity-fehler"')
    expect(html).toContain('id="feld-quantity-hinweis">Geschätzt reicht.')
    expect(html).toMatch(/id="feld-quantity-fehler">.*„ca. 40“ ist keine Zahl\./)
  })

  test('that need not be filled in says so, except where nothing has to be', () => {
    expect(inPage(<TextField label="Haushaltsstelle" name="account" />)).toContain('- Optional')
    expect(inPage(<TextField label="Menge" name="quantity" required />)).not.toContain('- Optional')
    expect(inPage(<TextArea label="Notiz" name="note" plain />)).not.toContain('- Optional')
    const filter = (
      <Form action="/" method="get">
        <TextField label="Suche" name="q" />
      </Form>
    )
    expect(inPage(filter)).not.toContain('- Optional')
  })

  test('without error is not called invalid', () => {
    expect(inPage(<TextField label="Menge" name="quantity" />)).not.toMatch(/aria-invalid|aria-describedby/)
  })

  test('of several lines keeps its text and shows markup as text', () => {
    expect(inPage(<TextArea label="Notiz" name="note" value={'<b>\n"x"'} />)).toMatch(/<textarea[^>]*>&lt;b>\n/)
  })

  test('of several lines keeps an empty first line, which browsers would swallow', () => {
    expect(inPage(<TextArea label="Notiz" name="note" value={'\ntext'} />)).toMatch(/<textarea[^>]*>\n\ntext</)
  })

  test('with options keeps the chosen one', () => {
    const options = [
      { value: 'a', label: 'Kauf' },
      { value: 'b', label: 'Miete' },
    ]
    const html = inPage(
      <SelectField label="Art" name="kind" options={options} value="b" empty="Bitte wählen" error="Bitte wählen." />,
    )
    expect(html).toContain('<option value>Bitte wählen</option>')
    expect(html).toMatch(/<option value="b" selected>Miete<\/option>/)
    expect(html).toContain('kern-form-input__select--error')
  })

  test('to tick keeps its tick', () => {
    expect(inPage(<Check label="Einverstanden" name="agree" checked error="Fehlt." />)).toMatch(
      /type="checkbox" value="ja" checked/,
    )
  })
})

describe('A choice', () => {
  const options = [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nein' },
  ]

  test('is named by its legend and keeps the chosen option', () => {
    const html = render(
      <Choice name="answer" legend="Ihre Antwort" options={options} value="no" error="Bitte wählen." />,
    )
    expect(html).toMatch(/^<fieldset role="radiogroup"[^>]*aria-invalid="true"/)
    expect(html).toContain('<legend class="kern-label">Ihre Antwort</legend>')
    expect(html).toContain('<input type="radio" name="answer" value="no" checked/>')
  })

  test('can be named by words on the page instead', () => {
    expect(render(<Choice name="answer" labelledBy="frage-1-text" options={options} describedBy="grund" />)).toMatch(
      /^<div role="radiogroup" aria-describedby="grund"[^>]*aria-labelledby="frage-1-text"/,
    )
  })

  test('gives its first option the id that an error summary jumps to', () => {
    expect(render(<Choice name="answer" legend="Antwort" options={options} />).match(/id="feld-answer"/g)).toHaveLength(
      1,
    )
  })

  test('that is only to be read cannot be changed', () => {
    expect(
      render(<Choice name="answer" legend="Antwort" options={options} readOnly />).match(/disabled/g),
    ).toHaveLength(2)
  })
})

test('A path of the input becomes an id that CSS and links can use', () => {
  expect(fieldId('groups[2].title')).toBe('feld-groups-2--title')
})

test('The error of a field is found by its path', () => {
  const errors = [{ path: 'email', message: 'Diese Adresse fehlt.' }]
  expect(errorAt(errors, 'email')).toBe('Diese Adresse fehlt.')
  expect(errorAt(errors, 'name')).toBeUndefined()
  expect(errorAt(undefined, 'name')).toBeUndefined()
})
