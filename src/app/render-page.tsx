import { renderToString } from 'preact-render-to-string'
import type { VNode } from 'preact'
import type { Answer, PageAnswer, ProblemAnswer } from '#platform/http/answer.ts'
import { type Actor, mustChoose, type Place } from '#platform/http/context.ts'
import { notificationRoutes } from '#foundation/notifications/index.ts'
import { actingForRoutes, ownAccessRoutes, rolesInWords } from '#foundation/identity/index.ts'
import { helpRoutes } from '#domains/publishing/help/index.ts'
import { eventRoutes } from '#domains/guidance/events/index.ts'
import { newsRoutes } from '#domains/publishing/news/index.ts'
import { stateRoutes } from '#domains/insights/state-picture/index.ts'
import { footLinks } from '#domains/publishing/pages/index.ts'
import { searchRoutes } from '#domains/insights/search/index.ts'
import { portalRoutes } from '#domains/insights/portal/index.ts'
import { FormSecrets, type Secrets } from '#ui/form/form.tsx'
import { PortalFrame, PublicFrame } from '#ui/frame/frame.tsx'
import type { NavGroup } from '#ui/frame/navigation.tsx'
import { GlossaryOfPage } from '#ui/prose/glossary.ts'
import { ErrorScreen } from '#ui/screen/screen.tsx'
import type { Call } from './call.ts'
import { csrfToken, takeFlash, writeFlash } from './marks.ts'
import { navigationFor } from './navigation.ts'
import { isAdministrator } from './operations/administrator.ts'
import { glossary } from './handbook.ts'
import { fileResponse } from './file-response.ts'
import { helpFor } from './help-for.ts'
import { holdsSecret } from './readable-path.ts'
import { homeRoutes } from './routes.ts'
import type { Installation, Services } from './services.ts'

/** Step 5 for people: the answer becomes a page, a file, or the way to the next page. No transaction is open any more. */
export function respondWithPage(services: Services, call: Call, actor: Actor | null, answer: Answer): Response {
  switch (answer.kind) {
    case 'redirect':
      if (answer.flash) writeFlash(services, call, answer.flash)
      return call.redirect(answer.to, 303)
    case 'file':
      return fileResponse(call, answer)
    case 'page':
      return html(services, call, actor, answer)
    case 'problem':
      return html(services, call, actor, errorPage(answer, actor, call.get('requestId')))
    // Only where the page was asked for data: the same address says both.
    case 'json':
      return Response.json(answer.body, { status: answer.status, headers: { ...answer.headers, vary: 'Accept' } })
  }
}

/** What every frame has in common. A page that may be reported as a barrier says its path. */
export const frameBasics = ({ installation, assets }: Services, path?: string) => ({
  home: homeRoutes.home.path,
  foot: { operator: installation.operatorName, links: footLinks(path) },
  banner: bannerOf(installation),
  styles: assets.styles,
})

const demoBanner = 'Vorführung: Alle Orte, Personen und Angaben sind erfunden.'

/** What stands above every page; a full disk is the business of administrators only. */
function bannerOf({ demo, maintenance, lowDisk }: Installation, actor: Actor | null = null): string | undefined {
  const sentences = [
    maintenance && 'Wartung: Herein kommt zurzeit nur der Betrieb.',
    lowDisk &&
      isAdministrator(actor) &&
      `Der Speicherplatz wird knapp: noch ${gigabytes(lowDisk.free)} von ${gigabytes(lowDisk.total)} GB frei.`,
    demo && demoBanner,
  ].filter((sentence) => typeof sentence === 'string')
  return sentences.length > 0 ? sentences.join(' ') : undefined
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toLocaleString('de-DE', { maximumFractionDigits: 1 })

function html(services: Services, call: Call, actor: Actor | null, answer: PageAnswer): Response {
  const flash = takeFlash(services, call)
  const { styles, ...basics } = frameBasics(services, holdsSecret(call.req.path) ? undefined : call.req.path)
  const common = {
    ...basics,
    banner: bannerOf(services.installation, actor),
    title: answer.title,
    flash: flash === undefined ? undefined : { kind: 'success' as const, text: flash },
    assets: {
      styles,
      scripts: [...(actor ? ['search-key'] : []), ...(answer.islands ?? [])].flatMap(
        (name) => services.assets.island(name) ?? [],
      ),
    },
    children: answer.view(),
  }
  const frame = actor ? (
    <PortalFrame
      {...common}
      crumbs={answer.crumbs}
      wide={answer.wide}
      nav={counted(navigationFor(actor), answer.counts)}
      path={call.req.path}
      help={helpFor(call.req.path)}
      search={searchRoutes.search.path}
      tasks={mustChoose(actor) ? undefined : { href: portalRoutes.tasks.href(), count: answer.duties }}
      person={{ name: actor.name, signOut: homeRoutes.signOut.path, links: personLinks(services) }}
      actingFor={{ label: actingForInWords(actor), others: othersFor(actor) }}
    />
  ) : (
    <PublicFrame {...common} links={publicLinks} />
  )
  let token: string | undefined
  const secrets = {
    // Asked for only by a form: whoever just reads gets no cookie. Made once, or the forms of a first visit would each have another.
    get csrf(): string {
      token ??= csrfToken(services, call)
      return token
    },
    actingFor: actor ? (actor.actingFor?.id ?? '') : undefined,
  }
  return write(call, secrets, frame, answer.status, answer.headers)
}

/** The document as text, with the token that its forms carry. */
export function write(
  call: Call,
  secrets: string | Secrets,
  frame: VNode,
  status: number,
  headers: Record<string, string> = {},
): Response {
  const text = renderToString(
    <FormSecrets.Provider value={typeof secrets === 'string' ? { csrf: secrets } : secrets}>
      <GlossaryOfPage.Provider value={glossary}>{frame}</GlossaryOfPage.Provider>
    </FormSecrets.Provider>,
  )
  return call.html(`<!doctype html>${text}`, status as 200, headers)
}

/** The ways through the public pages. */
const publicLinks = [
  { href: eventRoutes.list.href(), label: 'Kurse' },
  { href: newsRoutes.list.href(), label: 'Meldungen' },
  { href: stateRoutes.public.href(), label: 'Landesbild' },
  { href: helpRoutes.start.href(), label: 'Hilfe' },
  { href: homeRoutes.signIn.href(), label: 'Anmelden' },
]

const personLinks = ({ installation }: Services) => [
  { href: ownAccessRoutes.show.href(), label: 'Mein Zugang' },
  ...(installation.demo ? [{ href: notificationRoutes.demoMailbox.href(), label: 'Postfach der Demo' }] : []),
]

const placeInWords = ({ name, roles = [], deputyFor = [] }: Place): string =>
  [name, rolesInWords(roles), ...deputyFor.map((person) => `vertritt ${person}`)].filter(Boolean).join(' · ')

const actingForInWords = (actor: Actor): string => {
  if (actor.actingFor) return placeInWords(actor.actingFor)
  return mustChoose(actor) ? 'noch nicht gewählt' : 'noch keine Organisation'
}

const othersFor = ({ actingFor, organizations }: Actor) => ({
  action: actingForRoutes.choose.href(),
  name: 'organization',
  options: organizations
    .filter(({ id }) => id !== actingFor?.id && organizations.length > 1)
    .map((place) => ({ value: place.id, label: placeInWords(place) })),
})

export function errorPage(
  { status, title, refusal, headers }: ProblemAnswer,
  actor: Actor | null,
  requestId: string,
): PageAnswer {
  const home = { href: homeRoutes.home.path, label: 'Zur Startseite' }
  const screens: Partial<Record<ProblemAnswer['status'], { title: string; sentences: string[] }>> = {
    403: { title: 'Das dürfen Sie hier nicht', sentences: [refusal?.refused ?? title] },
    404: {
      title: 'Diese Seite gibt es nicht, oder sie gehört einer anderen Organisation',
      sentences: [
        actor?.actingFor
          ? `Sie handeln gerade für ${actor.actingFor.name}.`
          : 'Vielleicht müssen Sie sich erst anmelden.',
      ],
    },
    500: {
      title: 'Das hat nicht geklappt, und es liegt an uns',
      sentences: [
        'Gespeichert wurde nichts. Bitte versuchen Sie es in einer Minute noch einmal. Bleibt es dabei, nennen Sie uns diesen Vorgang:',
      ],
    },
  }
  const screen = screens[status] ?? (status === 503 ? inTwo(title) : { title, sentences: [] })
  return {
    kind: 'page',
    status: status as PageAnswer['status'],
    title: screen.title,
    headers,
    view: () => <ErrorScreen {...screen} requestId={status >= 500 ? requestId : undefined} links={[home]} />,
  }
}

/** The first sentence says what happened and is the heading, the others what to do. */
export function inTwo(title: string): { title: string; sentences: string[] } {
  const [first = title, ...others] = title.split(/(?<=\.) /)
  return {
    title: others.length > 0 ? first.replace(/\.$/, '') : title,
    sentences: others.length > 0 ? [others.join(' ')] : [],
  }
}

/** Figures beside the ways they belong to. */
const counted = (nav: NavGroup[], counts: PageAnswer['counts'] = {}): NavGroup[] =>
  nav.map((group) => ({
    ...group,
    items: group.items.map((item) => ({ ...item, count: counts[item.href]?.toLocaleString('de-DE') ?? item.count })),
  }))
