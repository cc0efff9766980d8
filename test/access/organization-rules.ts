// Rules of the pages and operations about one organization: its facts, contacts, domains, succession and history.
import type { Expected, RouteRule } from './rules.ts'
import type { Standing, StoryPerson } from './world.ts'

const maintainers: readonly Standing[] = ['manager', 'administrator']
const cooperative: readonly Standing[] = [...maintainers, 'staff']
const signedIn: readonly Standing[] = [...cooperative, 'ownStaff', 'dataProtection', 'colleague', 'assessor', 'other']
const town: readonly Standing[] = ['ownStaff', 'dataProtection', 'colleague']
const notFound: Expected = { by: {}, otherwise: 404 }

type By = Expected['by']
type More = Partial<RouteRule>

const plain = (by: By, more: More = {}): RouteRule => {
  const expected: Expected = { by, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, ...more }
}

/** Everybody may know the organization, so whoever may not is told why. */
const onOrganization = (own: By, foreign: By = own, more: More = {}): RouteRule => ({
  object: 'organization',
  own: { by: own, otherwise: 403 },
  foreign: { by: foreign, otherwise: 403 },
  unknown: notFound,
  malformed: notFound,
  ...more,
})

const holds = ({ roles }: StoryPerson, ...wanted: string[]): boolean => {
  const [first] = roles
  return roles.some(({ role, organization }) => organization === first?.organization && wanted.includes(role))
}

/** The cooperative for everybody, the own administrator for the own organization; all others 403. */
const keeping = (status: number, more: More = {}): RouteRule =>
  onOrganization(
    {},
    {},
    {
      exact: (person, side) => {
        if (side === 'unknown' || side === 'malformed') return 404
        if (holds(person, 'programmeManager', 'office', 'administrator')) return status
        return side === 'own' && holds(person, 'organizationAdmin') ? status : 403
      },
      ...more,
    },
  )

const emptyForm: More = { send: () => ({ form: {} }) }
const rename: More = { send: () => ({ json: { kind: 'rename', name: 'Besuchsname', from: '2199-01-01' } }) }
const everywhere: By = { 200: signedIn }
const history = onOrganization({ 200: [...town, ...cooperative] }, { 200: cooperative })

export const organizationPageRules: Record<string, RouteRule> = {
  'GET /organisationen/neu': plain({ 200: maintainers }),
  'POST /organisationen/neu': plain({ 422: maintainers }, emptyForm),
  'GET /organisationen/:id': onOrganization(everywhere),
  'GET /organisationen/:id/stammdaten': onOrganization({ 200: maintainers }),
  'POST /organisationen/:id/stammdaten': onOrganization({ 422: maintainers }, { 422: maintainers }, emptyForm),
  'GET /organisationen/:id/domaenen': keeping(200),
  'POST /organisationen/:id/domaenen': keeping(422, emptyForm),
  'GET /organisationen/:id/kontakte/:function': keeping(200),
  'POST /organisationen/:id/kontakte/:function': keeping(422, emptyForm),
  // Nobody is named there, so there is nothing to remove: back to the page, which says so.
  'POST /organisationen/:id/kontakte/:function/entfernen': keeping(303, emptyForm),
  'GET /organisationen/:id/nachfolge': onOrganization({ 200: maintainers }),
  'POST /organisationen/:id/nachfolge': onOrganization({ 422: maintainers }, { 422: maintainers }, emptyForm),
  'POST /organisationen/:id/umbenennung': onOrganization({ 422: maintainers }, { 422: maintainers }, emptyForm),
  'POST /organisationen/:id/nachfolge/:successionId/ruecknahme': onOrganization(
    { 404: maintainers },
    { 404: maintainers },
    emptyForm,
  ),
  'GET /organisationen/:id/verlauf': history,
}

export const organizationOperationRules: Record<string, RouteRule> = {
  'GET /organizations/:id/contacts': onOrganization(everywhere, { 200: cooperative }),
  'PUT /organizations/:id/contacts/:function': keeping(422, { send: () => ({ json: {} }) }),
  'DELETE /organizations/:id/contacts/:function': keeping(404),
  'POST /organizations/:id/successors': onOrganization({ 422: maintainers }, { 422: maintainers }, rename),
  'DELETE /organizations/:id/successors/:successionId': onOrganization({ 404: maintainers }),
  'GET /organizations/:id/changes': history,
}
