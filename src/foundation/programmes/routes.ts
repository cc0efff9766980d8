import { route } from '#platform/http/route.ts'

export const programmeRoutes = {
  list: route('/programme-im-verbund'),
  new: route('/programme-im-verbund/neu'),
  show: route('/programme-im-verbund/:id'),
  change: route('/programme-im-verbund/:id/aendern'),
  phases: route('/programme-im-verbund/:id/phasen'),
  phase: route('/programme-im-verbund/:id/phasen/:phase'),
  removePhase: route('/programme-im-verbund/:id/phasen/:phase/entfernen'),
  newStep: route('/programme-im-verbund/:id/schritte'),
  changeStep: route('/programme-im-verbund/:id/schritte/:step'),
  removeStep: route('/programme-im-verbund/:id/schritte/:step/entfernen'),
  newDocument: route('/programme-im-verbund/:id/unterlagen'),
  document: route('/programme-im-verbund/:id/unterlagen/:document'),
  removeDocument: route('/programme-im-verbund/:id/unterlagen/:document/entfernen'),
  stage: route('/programme-im-verbund/:id/stufen/:number'),
  release: route('/programme-im-verbund/:id/stufen/:number/freigabe'),
  staff: route('/programme-im-verbund/:id/zustaendige'),
  endStaff: route('/programme-im-verbund/:id/zustaendige/:staff/beenden'),
  /** Public, of another module: what a municipality reads and where it begins. */
  takePart: route('/mitmachen/:key'),
  /** Of another module: where the head of a municipality signs. */
  declaration: route('/teilnahmen/:id/erklaerung'),
  /** For those who work in it, of other modules. */
  cockpit: route('/programme-im-verbund/:id/cockpit'),
  appointments: route('/programme-im-verbund/:id/termine'),
  load: route('/programme-im-verbund/:id/einlesen'),
  invoices: route('/programme-im-verbund/:id/rechnungen'),
  /** The road of one municipality. */
  road: route('/teilnahmen/:id'),
  step: route('/teilnahmen/:id/schritte/:step'),
  contacts: route('/teilnahmen/:id/kontakte'),
  followUp: route('/teilnahmen/:id/kontakte/:entryId/erledigt'),
  contactRemoval: route('/teilnahmen/:id/kontakte/:entryId/entfernen'),
  navigator: route('/teilnahmen/:id/navigator'),
  ending: route('/teilnahmen/:id/beenden'),
  reentry: route('/teilnahmen/:id/wiedereintritt'),
  outreach: route('/programme-im-verbund/:id/anlaufen'),
  campaign: route('/programme-im-verbund/:id/anlaufen/:campaignId'),
  campaignClosing: route('/programme-im-verbund/:id/anlaufen/:campaignId/schliessen'),
  approach: route('/programme-im-verbund/:id/anlaufen/:campaignId/:organizationId'),
  report: route('/programme-im-verbund/:id/bericht'),
  reportPdf: route('/programme-im-verbund/:id/bericht.pdf'),
  reportXlsx: route('/programme-im-verbund/:id/bericht.xlsx'),
  history: route('/teilnahmen/:id/verlauf'),
  /** All programmes that the own organization takes part in. */
  own: route('/teilnahmen'),
}
