import type { PictureCell } from './picture.ts'

/**
 * Points since an earlier picture, a multiple of 5; null where one of both is hidden or only a bound, and where the value is still the earlier one,
 * because then nobody has counted anew.
 */
export function changeOf(now: PictureCell | undefined, before: PictureCell | undefined): number | null {
  if (!now || !before || now.hidden !== null || before.hidden !== null) return null
  if (now.bound !== null || before.bound !== null || now.asOf !== null) return null
  return now.percent - before.percent
}
