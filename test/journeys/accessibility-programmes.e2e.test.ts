// Every page of the programmes: roads, dates, papers, money.
import { usableByEverybody } from './accessibility.ts'
import { appointmentVisits } from './appointment-visits.ts'
import { cockpitVisits } from './cockpit-visits.ts'
import { pictureVisits } from './picture-visits.ts'
import { contactVisits } from './contact-visits.ts'
import { declarationVisits } from './declaration-visits.ts'
import { deliveryVisits } from './delivery-visits.ts'
import { fundingVisits } from './funding-visits.ts'
import { invoiceVisits } from './invoice-visits.ts'
import { loadVisits } from './load-visits.ts'
import { measureVisits } from './measure-visits.ts'
import { guidanceDeskVisits } from './guidance-desk-visits.ts'
import { guidanceParticipantVisits } from './guidance-participant-visits.ts'
import { guidanceProofVisits } from './guidance-proof-visits.ts'
import { packageVisits } from './package-visits.ts'
import { participationVisits } from './participation-visits.ts'
import { programmeVisits } from './programme-visits.ts'
import { proofVisits } from './proof-visits.ts'

usableByEverybody([
  ...contactVisits,
  ...declarationVisits,
  ...loadVisits,
  ...fundingVisits,
  ...programmeVisits,
  ...cockpitVisits,
  ...pictureVisits,
  ...appointmentVisits,
  ...participationVisits,
  ...proofVisits,
  ...invoiceVisits,
  ...packageVisits,
  ...measureVisits,
  ...deliveryVisits,
  ...guidanceParticipantVisits,
  ...guidanceProofVisits,
  ...guidanceDeskVisits,
])
