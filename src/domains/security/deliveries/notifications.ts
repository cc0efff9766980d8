const area = 'Programme'

/** What this module tells people about, as they find it in their settings. */
export const deliveryKinds = {
  commissioned: { kind: 'deliveries.commissioned', title: 'Sie sind beauftragt', area, urgent: false },
  orderWithdrawn: { kind: 'deliveries.orderWithdrawn', title: 'Ein Auftrag ist zurückgezogen', area, urgent: false },
  delivered: { kind: 'deliveries.delivered', title: 'Eine Leistung ist abzunehmen', area, urgent: false },
  deliveryWithdrawn: {
    kind: 'deliveries.deliveryWithdrawn',
    title: 'Eine gemeldete Leistung ist zurückgenommen',
    area,
    urgent: false,
  },
  signed: { kind: 'deliveries.signed', title: 'Eine Abnahme ist gegenzuzeichnen', area, urgent: false },
  refused: { kind: 'deliveries.refused', title: 'Eine Leistung ist nicht abgenommen', area, urgent: false },
  sentBack: { kind: 'deliveries.sentBack', title: 'Eine Abnahme kommt zurück', area, urgent: false },
  accepted: { kind: 'deliveries.accepted', title: 'Eine Leistung ist abgenommen', area, urgent: false },
} as const
