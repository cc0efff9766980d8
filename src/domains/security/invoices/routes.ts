import { route } from '#platform/http/route.ts'

/** Of one programme, for those who lead it; and the contractor's own. */
export const invoiceRoutes = {
  list: route('/programme-im-verbund/:id/rechnungen'),
  show: route('/programme-im-verbund/:id/rechnungen/:invoice'),
  match: route('/programme-im-verbund/:id/rechnungen/:invoice/zuordnung'),
  approve: route('/programme-im-verbund/:id/rechnungen/:invoice/richtigkeit'),
  dispute: route('/programme-im-verbund/:id/rechnungen/:invoice/beanstandung'),
  resolve: route('/programme-im-verbund/:id/rechnungen/:invoice/klaerung'),
  reject: route('/programme-im-verbund/:id/rechnungen/:invoice/zurueckweisung'),
  payments: route('/programme-im-verbund/:id/zahlungen'),
  paymentList: route('/programme-im-verbund/:id/zahlungen/:run/zahlungsliste.csv'),
  own: route('/rechnungen'),
  ownInvoice: route('/rechnungen/:invoice'),
}
