import { route } from '#platform/http/route.ts'

export const programmeRoutes = {
  list: route('/programme-im-verbund'),
  new: route('/programme-im-verbund/neu'),
  show: route('/programme-im-verbund/:id'),
  change: route('/programme-im-verbund/:id/aendern'),
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
  /** All programmes that the own organization takes part in. */
  own: route('/teilnahmen'),
}
