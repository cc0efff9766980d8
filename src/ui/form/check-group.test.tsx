import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { CheckGroup } from '#ui/form/check-group.tsx'

const options = [
  { name: 'rolle-a', label: 'Zugänge', hint: 'lädt ein', checked: true },
  { name: 'rolle-b', label: 'IT' },
]

test('the boxes stand under one legend, each with its own name, and the error belongs to the group', () => {
  const html = renderToString(<CheckGroup name="roles" legend="Aufgaben" error="Bitte wählen." options={options} />)
  expect(html).toMatch(/<fieldset[^>]* id="feld-roles"[^>]* aria-describedby="feld-roles-fehler"/)
  expect(html).toContain('<legend class="kern-label">Aufgaben</legend>')
  expect(html).toMatch(/name="rolle-a"[^>]* checked/)
  expect(html).not.toMatch(/name="rolle-b"[^>]* checked/)
  expect(html).toContain('Bitte wählen.')
})
