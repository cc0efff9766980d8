import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Button } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Form, FormSecrets } from '#ui/form/form.tsx'

test('A conflict shows both versions with author and time, each with a form that works without a script', () => {
  const html = render(
    <FormSecrets.Provider value={{ csrf: 'token' }}>
      <Conflict
        title="Herr Brandt hat gerade auch geantwortet"
        intro="Nichts ist verloren."
        sides={[
          {
            heading: 'Ihre Fassung',
            when: '10:47 Uhr',
            children: 'Nein.',
            action: (
              <Form action="/a">
                <Button>Meine behalten</Button>
              </Form>
            ),
          },
          {
            heading: 'Tobias Brandt',
            when: '10:45 Uhr',
            children: 'Ja.',
            action: (
              <Form action="/a">
                <Button variant="primary">Diese übernehmen</Button>
              </Form>
            ),
          },
        ]}
      />
    </FormSecrets.Provider>,
  )
  expect(html).toContain('role="alert"')
  expect(html).toContain('<strong>Ihre Fassung</strong>, 10:47 Uhr')
  expect(html).toContain('<strong>Tobias Brandt</strong>, 10:45 Uhr')
  expect(html.match(/<form/g)).toHaveLength(2)
  expect(html.match(/name="_csrf" value="token"/g)).toHaveLength(2)
})

test('A conflict over several fields can hold a table instead of two sides', () => {
  const html = render(
    <Conflict title="Wurde geändert" intro="Nichts ist verloren.">
      <p>Zwei Felder</p>
    </Conflict>,
  )
  expect(html).toContain('<p>Zwei Felder</p>')
  expect(html).not.toContain('lw-conflict__sides')
})
