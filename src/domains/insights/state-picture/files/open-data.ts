import { forPublic, pictureJson } from '../json.ts'
import type { Picture } from '../picture.ts'
import { takenOn } from '../words.ts'

/** The picture for machines, with what whoever uses it has to name. */
export const openData = (picture: Picture): string =>
  `${JSON.stringify(
    {
      title: `Landesbild Informationssicherheit: ${picture.programmeName}`,
      licence: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
      licenceUrl: 'https://www.govdata.de/dl-de/by-2-0',
      attribution: `Landesbild Informationssicherheit zu „${picture.programmeName}“, Stand ${takenOn(picture)}`,
      method:
        'Ungewichtetes Mittel der Anteile „Ja“ je Kommune, auf 5 gerundet. Werte unter fünf Kommunen und alles, woraus sie sich ausrechnen ließen, sind nicht enthalten.',
      ...pictureJson(picture),
    },
    null,
    2,
  )}\n`

export const publicData = (picture: Picture): string => openData(forPublic(picture))
