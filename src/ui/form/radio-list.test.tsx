import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { RadioList } from './radio-list.tsx'

const options = [
  { value: 'a', label: 'Dienstag, 01.12.2026', hint: 'Reformationstag' },
  { value: 'b', label: 'Mittwoch, 02.12.2026' },
]

test('the first option is where an error summary jumps to, and each hint belongs to its option', () => {
  const html = render(<RadioList name="proposalId" legend="Wann?" options={options} value="b" />)
  expect(html).toContain('id="feld-proposalId"')
  expect(html).toContain('aria-describedby="feld-proposalId-mehr"')
  expect(html.match(/checked/g)).toHaveLength(1)
})

test('a refused list says why', () => {
  const html = render(<RadioList name="proposalId" legend="Wann?" options={options} error="Bitte wählen." />)
  expect(html).toContain('kern-fieldset--error')
  expect(html).toContain('aria-describedby="feld-proposalId-fehler"')
})
