import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'
import { HatchPatterns } from '#ui/meter/meter.tsx'

/** Addresses of the built style sheets and modules, from Vite's manifest. */
export interface Assets {
  styles: readonly string[]
  scripts: readonly string[]
}

export interface DocumentProps {
  /** Says what the page is; " – Lotsenwerk" follows. */
  title: string
  assets: Assets
  bodyClass?: string | undefined
  children: ComponentChildren
}

/** The whole HTML document around a frame. Whoever writes it out puts `<!doctype html>` in front. */
export const Document = ({ title, assets, bodyClass, children }: DocumentProps) => (
  <html lang="de">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} – Lotsenwerk`}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {assets.scripts.map((src) => (
        <script type="module" src={src} />
      ))}
    </head>
    <body class={classNames('lw', bodyClass)}>
      <a class="lw-skip" href="#inhalt">
        Zum Inhalt springen
      </a>
      <HatchPatterns />
      {children}
    </body>
  </html>
)

/** A thin band above everything, for what is true on every page: "Vorführung: Alle Daten sind erfunden." */
export const Banner = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <p class="lw-banner" role="note">
      {text}
    </p>
  )

/** What every page ends with: who runs it, and the links that the law asks for. */
export interface FootLinks {
  operator: string
  links: readonly { href: string; label: string }[]
}

/** The foot of both frames. */
export const PageFoot = ({ operator, links }: FootLinks) => (
  <footer class="lw-page-foot">
    <ul class="lw-page-foot__list">
      <li>{operator}</li>
      {links.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  </footer>
)
