import type { PictureCell } from '../picture.ts'
import { asOfInWords, changeInWords, countInWords, percentInWords } from '../words.ts'

/** A value with the day it is of, where that is an earlier one. */
export const Value = ({ cell }: { cell: PictureCell }) => {
  const asOf = asOfInWords(cell)
  return (
    <>
      {percentInWords(cell)}
      {asOf !== '' && <span class="lw-table__sub">{asOf}</span>}
    </>
  )
}

/** A dash where it is hidden: beside it stands that it is. */
export const Count = ({ cell }: { cell: PictureCell }) => <>{cell.hidden === null ? countInWords(cell) : '–'}</>

/** "+5", or a dash where both values cannot be compared. */
export const changeCell = (points: number | null): string => (points === null ? '–' : changeInWords(points))
