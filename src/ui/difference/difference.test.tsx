import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Beside, Difference } from './difference.tsx'

const heard = (html: string): string => html.replaceAll(/<[^>]+>/g, '')

test('one text has both: struck what went, underlined what came, and both are heard', () => {
  const html = render(<Difference before="Die Leitung SOLLTE prüfen." after="Die Leitung MUSS prüfen." />)
  expect(html).toMatch(/<del class="lw-difference__gone">.*SOLLTE<.*<\/del> <ins class="lw-difference__new">.*MUSS</)
  expect(heard(html)).toBe('Die Leitung [entfallen: SOLLTE] [neu: MUSS] prüfen.')
})

test('side by side each text has its own marks only', () => {
  const html = render(<Beside before="alt <b>gut</b>" after="neu <b>gut</b>" headings={['Bisher', 'Jetzt']} />)
  const [, old = '', fresh = ''] = html.split('<div class="lw-difference__side">')
  expect([heard(old), heard(fresh)]).toEqual([
    'Bisher[entfallen: alt] &lt;b>gut&lt;/b>',
    'Jetzt[neu: neu] &lt;b>gut&lt;/b>',
  ])
  expect(old).not.toContain('<ins')
  expect(fresh).not.toContain('<del')
})

test('texts too different to be marked stand whole, with a sentence that says so', () => {
  const html = render(
    <Beside before={'wort '.repeat(700)} after={'anders '.repeat(700)} headings={['Bisher', 'Jetzt']} />,
  )
  expect(html).not.toMatch(/<del|<ins/)
  expect(html).toContain('zu lang oder zu verschieden')
})
