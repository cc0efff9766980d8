import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import type { Operation } from '#platform/http/operation.ts'
import { operations } from './modules.ts'

const problemOut = z
  .looseObject({
    type: z
      .string()
      .meta({ description: 'Stable: /fehler/nicht-moeglich and so on', example: '/fehler/nicht-moeglich' }),
    title: z.string().meta({ description: 'A German sentence for people' }),
    status: z.int(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

const problemReply = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemOut } },
})

let made: ReturnType<typeof createDocument> | undefined

/** The description of the whole API, generated from the very schemas that check the input. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  made ??= createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Lotsenwerk',
      version: '1.0.0',
      description:
        'REST API. Instants in UTC (ISO 8601), ids UUIDv7, lists with limit and cursor. Not visible: 404; visible but not allowed: 403; rule or input: 422.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths: pathsOf(operations),
  })
  return made
}

function pathsOf(all: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of all)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  return paths
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, who, tag, params, query } = operation
  return {
    operationId: id,
    summary,
    description: `Who may: ${who}.`,
    tags: [tag],
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      header: z.object({
        ...(operation.method === 'get'
          ? {}
          : {
              'Idempotency-Key': z
                .string()
                .max(255)
                .optional()
                .meta({ description: 'The same key again within 48 hours: the same reply, and nothing happens twice' }),
            }),
        'Lotsenwerk-Acting-For': z
          .uuid()
          .optional()
          .meta({ description: 'For whom, when you have several organizations' }),
      }),
    },
    ...bodyOf(operation),
    responses: responsesOf(operation),
  }
}

function bodyOf({
  body,
  bodyExample,
  upload,
  parts,
  rawJson,
}: Operation): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (!body && !upload) return {}
  return {
    requestBody: {
      required: true,
      content: {
        ...(body
          ? { 'application/json': { schema: body, ...(bodyExample === undefined ? {} : { example: bodyExample }) } }
          : {}),
        ...(upload
          ? {
              'multipart/form-data': {
                // Beside the file come the fields of the body, unless the file is the body.
                schema: z.object({
                  ...(body instanceof z.ZodObject && !rawJson ? body.shape : {}),
                  file: z.string().meta({ format: 'binary', description: upload }),
                  ...parts?.shape,
                }),
              },
            }
          : {}),
      },
    },
  }
}

function responsesOf({ reply, problems = {}, body, upload, params, query }: Operation): ZodOpenApiResponsesObject {
  const content = reply.schema
    ? {
        content: {
          'application/json': {
            schema: reply.schema,
            ...(reply.example === undefined ? {} : { example: reply.example }),
          },
        },
      }
    : reply.isFile
      ? { content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } }
      : {}
  return {
    [`${reply.status}`]: { description: reply.description, ...content },
    401: problemReply('Not signed in'),
    ...(params ? { 404: problemReply('Not there, or not visible for you') } : {}),
    ...(body || upload || query ? { 422: problemReply('A rule or the input stands against it') } : {}),
    ...Object.fromEntries(Object.entries(problems).map(([status, description]) => [status, problemReply(description)])),
  }
}
