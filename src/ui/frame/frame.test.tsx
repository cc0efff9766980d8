import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'

import { FormSecrets } from '#ui/form/form.tsx'
import { brandSvg } from '#ui/frame/brand.tsx'
import { PortalFrame, PublicFrame, type PortalFrameProps } from '#ui/frame/frame.tsx'
import { currentHref } from '#ui/frame/navigation.tsx'

const base = {
  title: 'Kurse',
  assets: { styles: ['/style-1.css'], scripts: ['/island-1.js'] },
  home: '/start',
  foot: { operator: 'Kommunalverbund', links: [{ href: '/impressum', label: 'Impressum' }] },
}
const portal: PortalFrameProps = {
  ...base,
  person: { name: 'Jana Wiesner', signOut: '/abmelden' },
  actingFor: { label: 'Stadt Musterstadt' },
  nav: [
    { items: [{ label: 'Start', href: '/start' }] },
    { label: 'Lernen', items: [{ label: 'Kurse', href: '/kurse', count: '4' }] },
  ],
  path: '/kurse',
  children: <h1>Kurse</h1>,
}
const page = (props: Partial<PortalFrameProps> = {}) =>
  render(
    <FormSecrets.Provider value={{ csrf: 'token' }}>
      <PortalFrame {...portal} {...props} />
    </FormSecrets.Provider>,
  )

describe('A page', () => {
  test('is a German document with its title, styles and modules, and nothing inline', () => {
    const html = page()
    expect(html).toMatch(/^<html lang="de">/)
    expect(html).toContain('<title>Kurse – Lotsenwerk</title>')
    expect(html).toContain('<link rel="stylesheet" href="/style-1.css"/>')
    expect(html).toContain('<script type="module" src="/island-1.js"></script>')
    expect(html).not.toMatch(/ style=|<style| on[a-z]+="/)
  })

  test('lets keyboard users skip to its content', () => {
    const html = page()
    expect(html.indexOf('href="#inhalt"')).toBeLessThan(html.indexOf('<header'))
    expect(html).toContain('<main class="lw-page" id="inhalt" tabindex="-1">')
  })

  test('shows banner and flash only when there are any', () => {
    expect(page()).not.toMatch(/role="note"|role="status"/)
    const html = page({ banner: 'Vorführung', flash: { kind: 'success', text: 'Gespeichert.' } })
    expect(html).toContain('<p class="lw-banner" role="note">Vorführung</p>')
    expect(html).toMatch(/role="status".*Gespeichert\./)
  })

  test('has no id twice', () => {
    const ids = [...page().matchAll(/ id="([^"]+)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('The head of the portal', () => {
  test('says for whom one acts, as plain text when there is nobody else', () => {
    const html = page()
    expect(html).toContain('Sie handeln für</span> <strong>Stadt Musterstadt</strong>')
    expect(html).not.toContain('<details class="lw-acting"')
  })

  test('offers the others as buttons of a form when there are any', () => {
    const others = { action: '/handeln', name: 'organization', options: [{ value: '7', label: 'Zweckverband' }] }
    const html = page({ actingFor: { label: 'Stadt Musterstadt', others } })
    expect(html).toContain('<details class="lw-acting"')
    expect(html).toContain('name="organization" value="7">Zweckverband</button>')
  })

  test('signs out by a POST with its token', () => {
    expect(page()).toMatch(/action="\/abmelden" method="post"[^>]*><input type="hidden" name="_csrf" value="token"\/>/)
  })

  test('has search and tasks only when there are such pages', () => {
    expect(page()).not.toMatch(/<search|lw-count/)
    const html = page({ search: '/suche', tasks: { href: '/aufgaben', count: 7 } })
    expect(html).toMatch(/<search[^>]*><form action="\/suche">/)
    expect(html).toContain('Aufgaben <span class="lw-count">7</span>')
  })
})

describe('The navigation', () => {
  test('marks the page itself, and the entry above a deeper page', () => {
    expect(page()).toContain('<a href="/kurse" aria-current="page">')
    expect(page({ path: '/kurse/7/anmeldung' })).toContain('<a href="/kurse" aria-current="true">')
  })

  test('takes the longest entry that fits, and whole steps only', () => {
    const nav = [{ items: ['/a', '/a/b', '/ab'].map((href) => ({ label: href, href })) }]
    expect(currentHref(nav, '/a/b/c')).toBe('/a/b')
    expect(currentHref(nav, '/abc')).toBeUndefined()
  })

  test('names its groups', () => {
    expect(page()).toContain(
      '<p class="lw-nav__group" id="bereich-2">Lernen</p><ul class="lw-nav__list" aria-labelledby="bereich-2">',
    )
  })

  test('opens by its anchor, without a script', () => {
    const html = page({ wide: true })
    expect(html).toContain('href="#navigation"')
    expect(html).toContain('id="navigation"')
    expect(html).toContain('lw-shell--wide')
  })
})

describe('A public page', () => {
  test('needs no secrets, shows the operator and its links', () => {
    const html = render(
      <PublicFrame {...base} links={[{ href: '/leicht', label: 'Leichte Sprache' }]}>
        <h1>Anmelden</h1>
      </PublicFrame>,
    )
    expect(html).toContain('<body class="lw lw-public">')
    expect(html).toContain('Kommunalverbund')
    expect(html).toContain('href="/leicht"')
  })

  test('can have something good to know beside its form', () => {
    const html = render(
      <PublicFrame {...base} aside={{ title: 'Gut zu wissen', children: <p>Niemand fragt nach Ihrem Passwort.</p> }}>
        <h1>Anmelden</h1>
      </PublicFrame>,
    )
    expect(html).toMatch(/<aside class="lw-beside__aside" aria-labelledby="daneben">/)
  })
})

test('The favicon is an SVG without styles or scripts', () => {
  expect(brandSvg).toMatch(/^<svg xmlns=/)
  expect(brandSvg).not.toMatch(/style|script/)
})
