import { Form } from '#ui/form/form.tsx'
import { Brand } from '#ui/frame/brand.tsx'
import { Icon } from '#ui/icon/icon.tsx'

export interface Person {
  name: string
  /** Where the sign-out form posts to. */
  signOut: string
  /** Own pages of the person: "Mein Zugang". */
  links?: readonly { href: string; label: string }[] | undefined
}

export interface ActingFor {
  /** For whom, and as what: "Stadt Musterstadt · Informationssicherheit". */
  label: string
  /** The other organizations and roles; left out when there is only one. Changing is a POST of `name` = `value`. */
  others?: { action: string; name: string; options: readonly { value: string; label: string }[] } | undefined
}

export interface BarProps {
  home: string
  actingFor: ActingFor
  person: Person
  /** Address of the search page; without it there is no search field. */
  search?: string | undefined
  /** The count only where the page knows it. */
  tasks?: { href: string; count?: number | undefined } | undefined
  /** Page of the handbook that belongs to this part of the portal. */
  help?: string | undefined
  /** Work surfaces have no side navigation: the menu link is there at every width. */
  wide?: boolean | undefined
}

/** Signs out by a POST, so that no link or prefetch does it by accident. In the person's menu, and in the navigation on phones. */
export const SignOut = ({ action }: { action: string }) => (
  <Form action={action} layout="row">
    <button class="lw-menu__item" type="submit">
      Abmelden
    </button>
  </Form>
)

function Acting({ label, others }: ActingFor) {
  const words = (
    <>
      <span class="lw-acting__as">Sie handeln für</span> <strong>{label}</strong>
    </>
  )
  if (!others || others.options.length === 0) {
    return (
      <div class="lw-acting">
        <p class="lw-acting__now">{words}</p>
      </div>
    )
  }
  return (
    <details class="lw-acting" name="kopfmenue">
      <summary class="lw-acting__now">
        {words} <span class="lw-acting__change">wechseln</span>
      </summary>
      <div class="lw-menu">
        <Form action={others.action}>
          <p class="lw-menu__item" aria-current="true">
            {label}
          </p>
          {others.options.map((option) => (
            <button class="lw-menu__item" type="submit" name={others.name} value={option.value}>
              {option.label}
            </button>
          ))}
        </Form>
      </div>
    </details>
  )
}

const PersonMenu = ({ name, links, signOut }: Person) => (
  <details class="lw-person" name="kopfmenue">
    <summary class="lw-bar__item">
      <Icon name="account-circle" />
      <span>{name}</span>
    </summary>
    <div class="lw-menu lw-menu--right">
      {links?.map((link) => (
        <a class="lw-menu__item" href={link.href}>
          {link.label}
        </a>
      ))}
      <SignOut action={signOut} />
    </div>
  </details>
)

/** The head of the portal: brand, for whom one acts, search, tasks, person, menu. */
export const Bar = ({ home, actingFor, person, search, tasks, help, wide }: BarProps) => (
  <div class={wide ? 'lw-bar lw-bar--wide' : 'lw-bar'}>
    <Brand href={home} />
    <Acting {...actingFor} />
    {search && (
      <search class="lw-search">
        <form action={search}>
          <Icon name="search" />
          <input type="search" name="q" aria-label="Im Portal suchen" placeholder="Suchen" />
        </form>
      </search>
    )}
    <div class="lw-bar__tools">
      {tasks && (
        <a class="lw-bar__item" href={tasks.href}>
          Aufgaben {tasks.count !== undefined && tasks.count > 0 && <span class="lw-count">{tasks.count}</span>}
        </a>
      )}
      {help && (
        <a class="lw-bar__item lw-bar__help" href={help}>
          Hilfe
        </a>
      )}
      <PersonMenu {...person} />
      <a class="lw-bar__item lw-bar__menu" href="#navigation">
        <Icon name="dehaze" />
        <span>Menü</span>
      </a>
    </div>
  </div>
)
