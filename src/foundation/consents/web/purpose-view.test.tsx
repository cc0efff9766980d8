import { Temporal } from 'temporal-polyfill'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { FormSecrets } from '#ui/form/form.tsx'
import type { Consent } from '../consent.ts'
import { currentText, type Purpose, purposes } from '../purposes.ts'
import { PurposeView } from './purpose-view.tsx'

const consent: Consent = {
  id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f',
  organizationId: '01940d1c-5c00-7a60-8000-2b3c4d5e6f7a',
  purpose: 'namedInStatePicture',
  textVersion: 1,
  textSha256: '0',
  givenAt: Temporal.Instant.from('2026-11-20T09:15:00Z'),
  givenBy: { id: '01940d1c-5c00-7a60-8000-3c4d5e6f7a8b', name: null },
  revokedAt: null,
  revokedBy: null,
}

/** As if a second wording had been published. */
function reworded(): Purpose {
  const [purpose] = purposes
  if (!purpose) throw new Error('no purpose')
  const next = { ...currentText(purpose), version: 2, sections: [{ title: 'Neu', lines: ['Das ist neu.'] }] }
  return { ...purpose, texts: [next, ...purpose.texts] }
}

const shown = (items: Consent[]): string =>
  render(
    <FormSecrets.Provider value={{ csrf: 'x' }}>
      <PurposeView
        purpose={reworded()}
        place={{ id: 'a', name: 'Gemeinde A', kind: 'unitaryMunicipality' }}
        mayDecide
        heads={[]}
        refusal={undefined}
        history={{ items, next: null }}
      />
    </FormSecrets.Provider>,
  )

test('a consent on an older wording holds, shows that wording, and offers the newer one to be read', () => {
  const html = shown([consent])
  expect(html).toContain('Der Text hat inzwischen eine neuere Fassung')
  expect(html).toContain('gilt weiter')
  expect(html.indexOf('Was gezeigt wird')).toBeLessThan(html.indexOf('Das ist neu.'))
  expect(html).toContain('Die neuere Fassung 2 lesen')
  expect(html).toContain('Ehemalige Person')
})

test('who has not decided reads the newest wording alone, and ticks that', () => {
  const html = shown([])
  expect(html).toContain('Das ist neu.')
  expect(html).not.toContain('Was gezeigt wird')
  expect(html).toContain('name="textVersion" value="2"')
})
