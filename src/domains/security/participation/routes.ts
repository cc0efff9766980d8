import { route } from '#platform/http/route.ts'

/** Everything that belongs to the road of one municipality; `id` is the enrollment's. */
export const participationRoutes = {
  documents: route('/teilnahmen/:id/unterlagen'),
  closePreparation: route('/teilnahmen/:id/unterlagen/vollstaendig'),
  closeReview: route('/teilnahmen/:id/unterlagen/geprueft'),
  document: route('/teilnahmen/:id/unterlagen/:document'),
  documentFile: route('/teilnahmen/:id/unterlagen/:document/datei'),
  documentState: route('/teilnahmen/:id/unterlagen/:document/stand'),
  withdrawFile: route('/teilnahmen/:id/unterlagen/:document/datei/:file/zuruecknehmen'),
  finding: route('/teilnahmen/:id/unterlagen/:document/befund'),
  withdrawFinding: route('/teilnahmen/:id/unterlagen/:document/befund/:finding/zuruecknehmen'),
  spotChecks: route('/teilnahmen/:id/stichproben'),
  newSpotCheck: route('/teilnahmen/:id/stichproben/neu'),
  closeSpotChecks: route('/teilnahmen/:id/stichproben/abschliessen'),
  spotChecksPdf: route('/teilnahmen/:id/stichproben/protokoll.pdf'),
  spotChecksSheet: route('/teilnahmen/:id/stichproben/protokoll.xlsx'),
  spotCheck: route('/teilnahmen/:id/stichproben/:check'),
  spotComment: route('/teilnahmen/:id/stichproben/:check/kommentar'),
  reports: route('/teilnahmen/:id/berichte'),
  report: route('/teilnahmen/:id/berichte/:report'),
  reportComment: route('/teilnahmen/:id/berichte/:report/kommentar'),
  settleComment: route('/teilnahmen/:id/berichte/:report/kommentar/:comment/erledigt'),
  askChanges: route('/teilnahmen/:id/berichte/:report/aenderungen'),
  acceptReport: route('/teilnahmen/:id/berichte/:report/abnahme'),
}
