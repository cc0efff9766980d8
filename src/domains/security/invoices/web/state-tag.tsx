import { Tag } from '#ui/tag/tag.tsx'
import { type Invoice, stateInWords } from '../invoice.ts'
import { looks } from './words.ts'

export const StateTag = ({ invoice }: { invoice: Pick<Invoice, 'state' | 'typeCode'> }) => (
  <Tag state={invoice.state === 'approved' && invoice.typeCode === '381' ? 'ok' : looks[invoice.state]}>
    {stateInWords(invoice)}
  </Tag>
)
