import { route } from '#platform/http/route.ts'

export const proofRoutes = {
  yearEnd: route('/programme-im-verbund/:id/jahresende'),
  yearEndSheet: route('/programme-im-verbund/:id/jahresende/tabelle.xlsx'),
  /** Who would be reminded of what, and who was. */
  reminders: route('/programme-im-verbund/:id/jahresende/erinnerungen'),
  proof: route('/programme-im-verbund/:id/verwendungsnachweis'),
  narrative: route('/programme-im-verbund/:id/verwendungsnachweis/sachbericht'),
  /** Every text that was saved. */
  narratives: route('/programme-im-verbund/:id/verwendungsnachweis/fassungen'),
  redraft: route('/programme-im-verbund/:id/verwendungsnachweis/entwurf'),
  terms: route('/programme-im-verbund/:id/verwendungsnachweis/fristen'),
  freeze: route('/programme-im-verbund/:id/verwendungsnachweis/versionen'),
  draftPdf: route('/programme-im-verbund/:id/verwendungsnachweis/entwurf.pdf'),
  draftSheet: route('/programme-im-verbund/:id/verwendungsnachweis/entwurf.xlsx'),
  /** The part of one municipality; `id` is the enrollment's. */
  own: route('/teilnahmen/:id/verwendungsnachweis'),
  ownPdf: route('/teilnahmen/:id/verwendungsnachweis/nachweis.pdf'),
}
