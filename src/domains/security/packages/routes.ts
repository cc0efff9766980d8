import { route } from '#platform/http/route.ts'

/** Packages below the road of one municipality, offers below a programme; `id` is the enrollment's or the programme's. */
export const packageRoutes = {
  package: route('/teilnahmen/:id/massnahmenpaket'),
  start: route('/teilnahmen/:id/massnahmenpaket/vorschlag'),
  recompute: route('/teilnahmen/:id/massnahmenpaket/neu-berechnen'),
  add: route('/teilnahmen/:id/massnahmenpaket/hinzufuegen'),
  addOffer: route('/teilnahmen/:id/massnahmenpaket/angebot'),
  submission: route('/teilnahmen/:id/massnahmenpaket/vorlage'),
  return: route('/teilnahmen/:id/massnahmenpaket/rueckgabe'),
  decision: route('/teilnahmen/:id/massnahmenpaket/entscheidung'),
  paper: route('/teilnahmen/:id/massnahmenpaket/papier'),
  history: route('/teilnahmen/:id/massnahmenpaket/verlauf'),
  item: route('/teilnahmen/:id/massnahmenpaket/:item'),
  removeItem: route('/teilnahmen/:id/massnahmenpaket/:item/entfernen'),
  moveItem: route('/teilnahmen/:id/massnahmenpaket/:item/verschieben'),
  offers: route('/programme-im-verbund/:id/angebote'),
  newOffer: route('/programme-im-verbund/:id/angebote/neu'),
  offer: route('/programme-im-verbund/:id/angebote/:offer'),
  endOffer: route('/programme-im-verbund/:id/angebote/:offer/beenden'),
}
