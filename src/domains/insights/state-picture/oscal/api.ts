import { z } from 'zod'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { pictureOscalExample } from './example.ts'
import { pictureOscalFile } from './picture-file.ts'

export const pictureOscalOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/state-pictures/{id}/oscal',
    id: 'getStatePictureOscal',
    title: 'Landesbild als OSCAL-Datei ohne Namen',
    summary: 'What a state picture says of the catalog, as anonymous OSCAL assessment results (1.1.3)',
    who: 'Observers who receive the aggregates of the programme; programme managers who lead it',
    tag: 'State picture',
    params: z.object({ id: idSchema }),
    problems: { 403: 'Municipalities and others see the picture, but not this file' },
    reply: {
      status: 200,
      description: 'OSCAL assessment results',
      schema: z.looseObject({ 'assessment-results': z.looseObject({}) }).meta({ id: 'OscalStatePicture' }),
      example: pictureOscalExample,
    },
    work: (ctx, { params }) => pictureOscalFile(ctx, params.id),
  }),
]
