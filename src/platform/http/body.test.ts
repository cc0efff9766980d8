import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Body, mebibyte, readBody } from './body.ts'

// Temporary files of this test alone, so that what is left behind can be seen.
const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-body-'))
beforeAll(() => void vi.stubEnv('TMPDIR', folder))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const small = { bytes: 1000, rawJson: false }

/** As it comes over the wire: in pieces, and with a length only where one is named. */
const request = (type: string, content: string | Uint8Array, headers: Record<string, string> = {}): Request => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      for (let at = 0; at < bytes.length; at += 300) stream.enqueue(bytes.subarray(at, at + 300))
      stream.close()
    },
  })
  const streamed = { duplex: 'half' } // undici wants it, the DOM's types do not know it
  const named = type ? { 'content-type': type } : undefined
  return new Request('http://127.0.0.1/', { method: 'POST', headers: { ...named, ...headers }, body, ...streamed })
}

async function read(type: string, content: string | Uint8Array, limits = small): Promise<Body> {
  const body = await readBody(request(type, content), limits)
  if ('kind' in body) throw new Error(body.title)
  return body
}

const refusal = async (type: string, content: string | Uint8Array, limits = small, headers = {}): Promise<string> => {
  const body = await readBody(request(type, content, headers), limits)
  return 'kind' in body ? `${body.status} ${body.title}` : 'it was read'
}

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

const multipart = (
  fields: Record<string, string>,
  files: Record<string, string> = {},
): [type: string, content: string] => {
  const part = (head: string, value: string): string =>
    `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`
  const parts = [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    ...Object.entries(files).map(([name, value]) => part(`name="${name}"; filename="${name}.csv"`, value)),
  ]
  return ['multipart/form-data; boundary=x', `${parts.join('')}--x--\r\n`]
}

test('JSON and forms are read; of a repeated field the last one counts', async () => {
  expect((await read(json, '{"a":[1,"ö"]}')).json).toEqual({ a: [1, 'ö'] })
  expect((await read(`${json}; charset=utf-8`, '\n')).json).toBeUndefined()
  expect((await read(form, 'a=1&b=%C3%B6+x&a=2')).form).toEqual({ a: '2', b: 'ö x' })
  expect((await read('', '')).form).toEqual({})
})

test('files of a form lie in temporary files that only we can read, until they are discarded', async () => {
  const body = await read(...multipart({ _csrf: 'ä' }, { file: 'a;b', other: 'c' }))
  expect(body.form).toEqual({ _csrf: 'ä' })
  const { path = '', ...file } = body.files['file'] ?? {}
  expect(file).toMatchObject({ name: 'file.csv', size: 3 })
  expect(readdirSync(folder).map((name) => join(folder, name))).toContain(path)
  expect([readFileSync(path, 'utf8'), (statSync(path).mode & 0o777).toString(8)]).toEqual(['a;b', '600'])
  await body.discard()
  expect(existsSync(path)).toBe(false)
})

test('a JSON body that is wished raw lies in a file unparsed, broken or not', async () => {
  const body = await read(json, '{"broken', { bytes: 1000, rawJson: true })
  expect(body.json).toBeUndefined()
  expect(readFileSync(body.files['file']?.path ?? '', 'utf8')).toBe('{"broken')
  await body.discard()
})

test.for([
  ['JSON', json, JSON.stringify('x'.repeat(998)), JSON.stringify('x'.repeat(999))],
  ['a form', form, `a=${'x'.repeat(998)}`, `a=${'x'.repeat(999)}`],
  ['a file', ...pair({ file: 'x'.repeat(1000) }, { file: 'x'.repeat(1001) })],
] as const)('%s of just the limit is read, one byte more is refused while it comes', async ([, type, most, more]) => {
  await (await read(type, most)).discard()
  expect(await refusal(type, more)).toMatch(/^413 Das ist zu groß\. .*gespeichert wurde nichts\.$/)
})

function pair(most: Record<string, string>, more: Record<string, string>): [type: string, most: string, more: string] {
  const [type, content] = multipart({}, most)
  return [type, content, multipart({}, more)[1]]
}

test('raw JSON and what announces too much are held to the limit too', async () => {
  const raw = { bytes: 1000, rawJson: true }
  await (await read(json, 'x'.repeat(1000), raw)).discard()
  expect(await refusal(json, 'x'.repeat(1001), raw)).toMatch(/^413 /)
  expect(await refusal(json, 'x'.repeat(100_000), raw)).toMatch(/^413 /)
  expect(await refusal(json, '{}', small, { 'content-length': '1001' })).toMatch(/^413 /)
  expect(
    await refusal(json, '[]', { bytes: 5 * mebibyte, rawJson: false }, { 'content-length': String(6 * mebibyte) }),
  ).toMatch(/höchstens 5 MB/)
})

test.for([
  ['half a JSON', json, '{"a":', /^400 Das ist kein gültiges JSON \(es bricht ab\)\.$/],
  ['a JSON with a slip', json, '{\n  "a": 1,\n  b: 2\n}', /^400 Das ist kein gültiges JSON \(Zeile 3, Spalte 3\)\.$/],
  ['no UTF-8', json, Buffer.from('{"a":"\xe4"}', 'latin1'), /^400 Der Text ist nicht in UTF-8/],
  ['a form in Latin-1', form, Buffer.from('a=\xe4', 'latin1'), /^400 Der Text ist nicht in UTF-8/],
  ['XML', 'application/xml', '<a/>', /^415 Dieses Format \(application\/xml\) kann hier nicht gelesen werden\./],
  ['something without a name', '', 'hello', /^415 Dieses Format \(ohne Angabe\)/],
  [
    'a form that breaks off',
    multipart({ a: '1' }, { file: 'x' })[0],
    multipart({ a: '1' }, { file: 'x'.repeat(400) })[1].slice(0, 300),
    /^400 Die Übertragung ist unvollständig/,
  ],
  ['a form without its boundary', 'multipart/form-data', 'x', /^400 Die Übertragung ist unvollständig/],
] as const)('%s is refused with a sentence', async ([, type, content, sentence]) => {
  expect(await refusal(type, content)).toMatch(sentence)
})

test('whatever was refused has left no file behind', async () => {
  expect(await refusal(...multipart({ note: 'x' }, { one: 'x'.repeat(500), two: 'x'.repeat(1001) }))).toMatch(/^413 /)
  expect(readdirSync(folder)).toEqual([])
})

test('GET has no body, whatever its headers say', async () => {
  const got = await readBody(
    new Request('http://127.0.0.1/', { headers: { 'content-type': json, 'content-length': '99999999' } }),
    small,
  )
  expect(got).toMatchObject({ form: {}, json: undefined, files: {} })
})
