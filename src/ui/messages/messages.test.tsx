import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { FormSecrets } from '#ui/form/form.tsx'
import { Messages } from '#ui/messages/messages.tsx'

const rendered = (read: string | undefined): string =>
  render(
    <FormSecrets.Provider value={{ csrf: 'm' }}>
      <Messages back="/postfach" items={[{ title: '<b>Frage 7</b>', meta: 'Prüfung', open: '/postfach/1', read }]} />
    </FormSecrets.Provider>,
  )

test('Messages are opened by a form; an unread one says so in words and has a button of its own', () => {
  const html = rendered('/postfach/1/gelesen')
  expect(html).toContain('action="/postfach/1" method="post"')
  expect(html).toContain('Neu: </span>')
  expect(html).toContain('aria-label="„&lt;b>Frage 7&lt;/b>“ als gelesen markieren"')
  expect(html).toContain('name="zurueck" value="/postfach"')
})

test('Messages that were read offer only to be opened, and their words stay words', () => {
  const html = rendered(undefined)
  expect(html).not.toContain('Gelesen')
  expect(html).not.toContain('Neu: ')
  expect(html).toContain('&lt;b>Frage 7&lt;/b>')
})
