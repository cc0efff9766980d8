import { route } from '#platform/http/route.ts'

export const declarationRoutes = {
  /** Public: what a programme is, and the form to declare interest. */
  join: route('/mitmachen/:key'),
  /** One click of somebody who speaks for a municipality. */
  joinOwn: route('/mitmachen/:key/anmeldung'),
  interests: route('/programme-im-verbund/:id/interessen'),
  takeOver: route('/programme-im-verbund/:id/interessen/:interestId/uebernahme'),
  decline: route('/programme-im-verbund/:id/interessen/:interestId/absage'),
  /** Those who wait for their admission. */
  waiting: route('/programme-im-verbund/:id/zulassungen'),
  declaration: route('/teilnahmen/:id/erklaerung'),
  declarationPdf: route('/teilnahmen/:id/erklaerung.pdf'),
  paper: route('/teilnahmen/:id/erklaerung/papier'),
  withdrawal: route('/teilnahmen/:id/erklaerung/ruecknahme'),
  admission: route('/teilnahmen/:id/zulassung'),
  letter: route('/teilnahmen/:id/zulassung.pdf'),
  agreements: route('/teilnahmen/:id/vereinbarungen'),
  newAgreement: route('/teilnahmen/:id/vereinbarungen/:kind'),
  agreementPdf: route('/teilnahmen/:id/vereinbarungen/:kind/text.pdf'),
  agreementPaper: route('/teilnahmen/:id/vereinbarungen/:kind/papier'),
  owner: route('/teilnahmen/:id/vereinbarung/:agreementId/zustimmung'),
  revocation: route('/teilnahmen/:id/vereinbarung/:agreementId/widerruf'),
}
