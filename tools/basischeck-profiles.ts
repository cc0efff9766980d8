// Profiles that choose from our basic check, as OSCAL.
import { catalogTitle, id, type List, metadata } from './basischeck-catalog.ts'

/** Two choices from the catalog, which they name by the hash of its file. */
export function basischeckProfiles(lists: readonly List[], sha256: string): { name: string; profile: unknown }[] {
  const questions = lists.flatMap((list) => list.questions)
  const small = questions.filter((question) => question.small).map(({ key }) => key)
  const withRoom = questions.filter((question) => question.ownServerRoom).map(({ key }) => key)
  const resource = id('resource')
  const profile = (name: string, title: string, remarks: string, choice: object) => ({
    profile: {
      uuid: id('profile', name),
      metadata: metadata(title, remarks),
      imports: [{ href: `#${resource}`, ...choice }],
      merge: { 'as-is': true },
      'back-matter': {
        resources: [
          {
            uuid: resource,
            title: catalogTitle,
            rlinks: [
              {
                href: 'lotsenwerk-basischeck.oscal.json',
                'media-type': 'application/json',
                hashes: [{ algorithm: 'SHA-256', value: sha256 }],
              },
            ],
          },
        ],
      },
    },
  })
  return [
    {
      name: 'lotsenwerk-basischeck-klein.profile.oscal.json',
      profile: profile(
        'klein',
        `${catalogTitle} für kleine Verwaltungen`,
        `Die ${small.length} Fragen mit der größten Wirkung, für Verwaltungen, in denen eine Person für alles da ist.`,
        { 'include-controls': [{ 'with-ids': small }] },
      ),
    },
    {
      name: 'lotsenwerk-basischeck-ohne-serverraum.profile.oscal.json',
      profile: profile(
        'ohne-serverraum',
        `${catalogTitle} ohne eigenen Serverraum`,
        'Ohne die Fragen, die nur eine Verwaltung mit eigenen Servern oder eigenem Serverraum betreffen.',
        { 'include-all': {}, 'exclude-controls': [{ 'with-ids': withRoom }] },
      ),
    },
  ]
}
