import { route } from '#platform/http/route.ts'

export const actingForRoutes = {
  choose: route('/handeln-fuer'),
}

export const peopleRoutes = {
  list: route('/personen'),
  person: route('/personen/:id'),
  give: route('/personen/:id/aufgaben'),
  end: route('/personen/:id/aufgaben/:grantId/beenden'),
  leave: route('/personen/:id/ausscheiden'),
  left: route('/ausgeschieden/:id'),
}

export const replacementRoutes = {
  list: route('/zugaenge-ersetzen'),
  confirm: route('/zugaenge-ersetzen/:id/bestaetigen'),
  object: route('/zugaenge-ersetzen/:id/widersprechen'),
  withdraw: route('/zugaenge-ersetzen/:id/zurueckziehen'),
}

export const substitutionRoutes = {
  list: route('/vertretung'),
  end: route('/vertretung/:id/beenden'),
}

export const assignmentRoutes = {
  readers: route('/wer-darf-lesen'),
  object: route('/wer-darf-lesen/:id/widersprechen'),
  list: route('/zuweisungen'),
  end: route('/zuweisungen/:id/beenden'),
}
