import { Icon } from '#ui/icon/icon.tsx'

import type { Person } from '#ui/frame/bar.tsx'
import { SignOut } from '#ui/frame/bar.tsx'

export interface NavItem {
  label: string
  href: string
  /** Muted at the right: "7", "148/257". */
  count?: string | undefined
}

export interface NavGroup {
  label?: string | undefined
  items: readonly NavItem[]
}

/** The entry that a path belongs to: itself, or the longest one above it. */
export const currentHref = (nav: readonly NavGroup[], path: string): string | undefined =>
  nav
    .flatMap((group) => group.items.map((item) => item.href))
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.length - a.length)[0]

function Group({
  group,
  id,
  current,
  path,
}: {
  group: NavGroup
  id: string
  current: string | undefined
  path: string
}) {
  return (
    <>
      {group.label && (
        <p class="lw-nav__group" id={id}>
          {group.label}
        </p>
      )}
      <ul class="lw-nav__list" aria-labelledby={group.label && id}>
        {group.items.map((item) => (
          <li>
            <a
              href={item.href}
              aria-current={item.href === current ? (item.href === path ? 'page' : 'true') : undefined}
            >
              {item.label} {item.count && <span class="lw-nav__count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The way through the portal: beside the page on a desk, behind "Menü" on a phone (`:target`, no script). */
export function Navigation({
  nav,
  path,
  person,
  help,
}: {
  nav: readonly NavGroup[]
  path: string
  person: Person
  help?: string | undefined
}) {
  const current = currentHref(nav, path)
  return (
    <nav class="lw-nav" id="navigation" aria-label="Bereiche">
      <a class="lw-nav__close" href="#inhalt">
        Menü schließen <Icon name="close" />
      </a>
      {nav.map((group, index) => (
        <Group group={group} id={`bereich-${index + 1}`} current={current} path={path} />
      ))}
      <div class="lw-nav__person">
        <p class="lw-nav__group" id="bereich-person">
          {person.name}
        </p>
        <ul class="lw-nav__list" aria-labelledby="bereich-person">
          {help && (
            <li>
              <a href={help}>Hilfe</a>
            </li>
          )}
          {person.links?.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
          <li>
            <SignOut action={person.signOut} />
          </li>
        </ul>
      </div>
    </nav>
  )
}
