import type { Offer } from './offer.ts'

export const offerJson = (offer: Offer) => ({
  id: offer.id,
  programmeId: offer.programmeId,
  key: offer.key,
  title: offer.title,
  kind: offer.kind,
  detail: offer.detail,
  description: offer.description,
  priceCents: offer.priceCents,
  workDays: offer.workDays,
  acceptanceDays: offer.acceptanceDays,
  startsOn: offer.startsOn,
  availableUntil: offer.availableUntil,
  capacity: offer.capacity,
  contractorId: offer.contractor?.id ?? null,
  contractorName: offer.contractor?.name ?? null,
  closes: offer.closes,
  validFrom: offer.validFrom,
  validUntil: offer.validUntil,
  version: offer.version,
})
