// Pages of documents, spot checks and the contractor's reports.
import type { Page } from 'playwright-core'
import { assessor, everything, isb } from '../harness/house.ts'
import { part } from './contact-visits.ts'
import { follow, inTurn, send, type Visit } from './visit.ts'

const ownPart = (name: string) => inTurn(follow('SicherKOMMUNAL'), part(name))

/** The duty leads to the documents of the municipality that is reviewed, the way back from there to its road. */
const assignedPart = (name: string) =>
  inTurn(
    follow('Unterlagen prüfen'),
    async (page) => {
      const crumbs = page.getByRole('navigation', { name: 'Sie sind hier' })
      await Promise.all([page.waitForEvent('load'), crumbs.getByRole('link', { name: 'Stadt Musterstadt' }).click()])
    },
    part(name),
  )

/** Forms that wait behind a line are opened first. */
const unfold =
  (summary: string) =>
  async (page: Page): Promise<void> =>
    page.locator('summary', { hasText: summary }).first().click()

const at = (email: string) => ({ email, path: email === assessor ? '/aufgaben' : '/teilnahmen' })

export const participationVisits: Visit[] = [
  { name: 'the documents of a road', ...at(everything), after: ownPart('documents'), heading: /^Unterlagen:/ },
  {
    name: 'a further document that is refused',
    ...at(everything),
    after: inTurn(ownPart('documents'), unfold('Ein weiteres Dokument ablegen'), send('Dokument ablegen')),
    heading: /^Unterlagen:/,
  },
  {
    name: 'a document that was handed in',
    ...at(everything),
    after: inTurn(ownPart('documents'), follow('Netzplan')),
    heading: /Netzplan/,
  },
  {
    name: 'a version that is refused',
    ...at(everything),
    after: inTurn(ownPart('documents'), follow('Netzplan'), send('Neue Fassung ablegen')),
    heading: /Netzplan/,
  },
  {
    name: 'a version taken back without a reason',
    ...at(everything),
    after: inTurn(ownPart('documents'), follow('Netzplan'), unfold('Zurücknehmen'), send(/^Fassung 1 zurücknehmen/)),
    heading: /Netzplan/,
  },
  { name: 'the spot checks of a road not yet visited', ...at(everything), after: ownPart('spotChecks') },
  { name: 'the reports of a road without one', ...at(everything), after: ownPart('reports') },
  { name: 'the documents an assessor reviews', ...at(assessor), after: assignedPart('documents') },
  {
    name: 'a document with a finding',
    ...at(assessor),
    after: inTurn(assignedPart('documents'), follow(/^Notfall/)),
  },
  {
    name: 'a finding that is refused',
    ...at(assessor),
    after: inTurn(assignedPart('documents'), follow(/^Notfall/), send('Befund speichern')),
  },
  {
    name: 'a closed protocol of spot checks',
    ...at(assessor),
    after: assignedPart('spotChecks'),
    heading: /^Stichproben:/,
  },
  {
    name: 'a spot check with a comment',
    ...at(isb),
    after: inTurn(ownPart('spotChecks'), follow('Verzeichnisdienst'), send('Kommentar speichern')),
    heading: /Verzeichnisdienst/,
  },
  {
    name: 'the versions of a report and the next one refused',
    ...at(assessor),
    after: inTurn(assignedPart('reports'), send('Bericht liefern')),
    heading: /^Berichte:/,
  },
  {
    name: 'a report with what both sides say about it',
    ...at(assessor),
    after: inTurn(assignedPart('reports'), follow(/^Entwurf/)),
    heading: /^Entwurf/,
  },
  {
    name: 'accepting a report without a password',
    ...at(isb),
    after: inTurn(ownPart('reports'), follow(/^Entwurf/), send('Bericht abnehmen')),
    heading: /^Entwurf/,
  },
  {
    name: 'a wish for changes that is refused',
    ...at(isb),
    after: inTurn(ownPart('reports'), follow(/^Entwurf/), send('Um Änderungen bitten')),
    heading: /^Entwurf/,
  },
]
