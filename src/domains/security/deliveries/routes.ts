import { route } from '#platform/http/route.ts'

/** Orders are addressed by themselves: the contractor sees no road. Acceptances belong to the road of a municipality. */
export const deliveryRoutes = {
  /** Of the contractor's office. */
  contractorOrders: route('/auftraege'),
  programmeOrders: route('/programme-im-verbund/:id/auftraege'),
  newOrder: route('/programme-im-verbund/:id/auftraege/neu'),
  commissionTicked: route('/programme-im-verbund/:id/auftraege/beauftragen'),
  roadOrders: route('/teilnahmen/:id/auftraege'),
  order: route('/auftraege/:order'),
  orderPdf: route('/auftraege/:order/auftrag.pdf'),
  commission: route('/auftraege/:order/beauftragung'),
  withdrawOrder: route('/auftraege/:order/zurueckziehen'),
  changeOrder: route('/auftraege/:order/angaben'),
  deliver: route('/auftraege/:order/lieferungen'),
  addProof: route('/auftraege/:order/lieferungen/:delivery/nachweise'),
  withdrawDelivery: route('/auftraege/:order/lieferungen/:delivery/zuruecknehmen'),
  prepare: route('/auftraege/:order/abnahmen'),
  acceptances: route('/teilnahmen/:id/abnahmen'),
  acceptance: route('/teilnahmen/:id/abnahmen/:acceptance'),
  sign: route('/teilnahmen/:id/abnahmen/:acceptance/unterschrift'),
  paper: route('/teilnahmen/:id/abnahmen/:acceptance/papier'),
  withdraw: route('/teilnahmen/:id/abnahmen/:acceptance/zuruecknehmen'),
  countersign: route('/teilnahmen/:id/abnahmen/:acceptance/gegenzeichnung'),
  sendBack: route('/teilnahmen/:id/abnahmen/:acceptance/rueckgabe'),
  reservation: route('/teilnahmen/:id/abnahmen/:acceptance/vorbehalte/:number'),
  protocol: route('/teilnahmen/:id/abnahmen/:acceptance/protokoll.pdf'),
}
