import { canonicalForm } from '../canonical.ts'
import { forPublic, pictureJson } from '../json.ts'
import type { Picture } from '../picture.ts'
import { takenOn } from '../words.ts'

/** Of what a hash is made, as it is read: whoever has the file recomputes it. */
const publishedOf = (picture: Picture): object => ({ published: JSON.parse(canonicalForm(picture)) as unknown })

/** The picture for machines, with what whoever uses it has to name. */
const dataOf = (picture: Picture, published: object): string =>
  `${JSON.stringify(
    {
      title: `Landesbild Informationssicherheit: ${picture.programmeName}`,
      licence: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
      licenceUrl: 'https://www.govdata.de/dl-de/by-2-0',
      attribution: `Landesbild Informationssicherheit zu „${picture.programmeName}“, Stand ${takenOn(picture)}`,
      method:
        'Ungewichtetes Mittel der Anteile „Ja“ je Kommune, auf 5 gerundet. Werte unter fünf Kommunen und alles, woraus sie sich ausrechnen ließen, sind nicht enthalten.',
      ...pictureJson(picture),
      ...published,
    },
    null,
    2,
  )}\n`

export const openData = (picture: Picture): string => dataOf(picture, publishedOf(picture))

/** Without money and questions; so its hash cannot be recomputed from it. */
export const publicData = (picture: Picture): string => dataOf(forPublic(picture), {})
