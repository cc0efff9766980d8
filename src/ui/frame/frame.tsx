import type { ComponentChildren } from 'preact'

import { Flash, type FlashMessage } from '#ui/alert/alert.tsx'
import { Crumbs, type Crumb } from '#ui/crumbs/crumbs.tsx'
import { Bar, type BarProps } from '#ui/frame/bar.tsx'
import { Brand } from '#ui/frame/brand.tsx'
import { Banner, Document, PageFoot, type Assets, type FootLinks } from '#ui/frame/document.tsx'
import { Navigation, type NavGroup } from '#ui/frame/navigation.tsx'

interface FrameProps {
  /** Title of the window; the page's h1 is its own `PageHead`. */
  title: string
  assets: Assets
  /** Where the brand leads. */
  home: string
  foot: FootLinks
  /** A thin band above every page: "Vorführung: Alle Daten sind erfunden." */
  banner?: string | undefined
  /** The answer to the deed that led here. */
  flash?: FlashMessage | undefined
  children: ComponentChildren
}

export interface PortalFrameProps extends FrameProps, BarProps {
  nav: readonly NavGroup[]
  /** Path of the request; marks the current entry of the navigation. */
  path: string
  crumbs?: readonly Crumb[] | undefined
}

/** The page of somebody who is signed in: head, navigation, content, foot. Needs `FormSecrets` around it for signing out. */
export const PortalFrame = (props: PortalFrameProps) => {
  const { title, assets, home, foot, banner, flash, children, nav, path, crumbs = [], ...bar } = props
  return (
    <Document title={title} assets={assets}>
      <header class="lw-top">
        <Banner text={banner} />
        <Bar home={home} {...bar} />
      </header>
      <div class={bar.wide ? 'lw-shell lw-shell--wide' : 'lw-shell'}>
        <Navigation nav={nav} path={path} person={bar.person} help={bar.help} />
        <div class="lw-column">
          <main class="lw-page" id="inhalt" tabindex={-1}>
            {crumbs.length > 0 && <Crumbs items={crumbs} />}
            {flash && <Flash {...flash} />}
            {children}
          </main>
          <PageFoot {...foot} />
        </div>
      </div>
    </Document>
  )
}

export interface PublicFrameProps extends FrameProps {
  /** At the right of the head: "Leichte Sprache". */
  links?: readonly { href: string; label: string }[] | undefined
  /** Reassurance beside a form, on petrol: the page becomes two columns. */
  aside?: { title: string; children: ComponentChildren } | undefined
}

function PublicMain({ flash, aside, children }: Pick<PublicFrameProps, 'flash' | 'aside' | 'children'>) {
  const content = (
    <>
      {flash && <Flash {...flash} />}
      {children}
    </>
  )
  if (!aside) {
    return (
      <main class="lw-wrap lw-public__page" id="inhalt" tabindex={-1}>
        {content}
      </main>
    )
  }
  return (
    <main class="lw-beside" id="inhalt" tabindex={-1}>
      <div class="lw-beside__form">
        <div class="lw-stack lw-stack--l">{content}</div>
      </div>
      <aside class="lw-beside__aside" aria-labelledby="daneben">
        <div class="lw-stack lw-stack--l">
          <h2 class="kern-heading-medium" id="daneben">
            {aside.title}
          </h2>
          {aside.children}
        </div>
      </aside>
    </main>
  )
}

/** The page of somebody who is not signed in: sign-in, invitation, error pages. */
export const PublicFrame = ({ title, assets, home, foot, banner, links = [], ...main }: PublicFrameProps) => (
  <Document title={title} assets={assets} bodyClass="lw-public">
    <header class="lw-top">
      <Banner text={banner} />
      <div class="lw-wrap lw-public__head">
        <Brand href={home} operator={foot.operator} />
        {links.length > 0 && (
          <div class="lw-row">
            {links.map(({ href, label }) => (
              <a class="lw-link" href={href}>
                {label}
              </a>
            ))}
          </div>
        )}
      </div>
    </header>
    <PublicMain {...main} />
    <PageFoot {...foot} />
  </Document>
)
