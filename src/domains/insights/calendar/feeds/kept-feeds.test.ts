import { expect, test } from 'vitest'
import { KeptFeeds } from './kept-feeds.ts'

const feed = (mark: string, size = 10) => ({ mark, etag: `"${mark}"`, bytes: new Uint8Array(size) })

test('a feed is found under its mark only', () => {
  const feeds = new KeptFeeds(100)
  feeds.keep('a', feed('1'))
  expect(feeds.find('a', '1')?.etag).toBe('"1"')
  expect(feeds.find('a', '2')).toBeUndefined()
  expect(feeds.find('b', '1')).toBeUndefined()
  expect(feeds.find('a', undefined)).toBeUndefined()
  feeds.keep('a', feed('2'))
  expect(feeds.find('a', '1')).toBeUndefined()
  expect(feeds.find('a', '2')).toBeDefined()
})

test('what was not read for longest makes room, and what is larger than all the room is not kept', () => {
  const feeds = new KeptFeeds(30)
  for (const key of ['a', 'b', 'c']) feeds.keep(key, feed('1'))
  feeds.find('a', '1')
  feeds.keep('d', feed('1'))
  expect(['a', 'b', 'c', 'd'].filter((key) => feeds.find(key, '1'))).toEqual(['a', 'c', 'd'])
  feeds.keep('e', feed('1', 31))
  expect(feeds.find('e', '1')).toBeUndefined()
  for (let count = 0; count < 100; count++) feeds.keep('a', feed(String(count)))
  expect(['a', 'c', 'd'].filter((key) => feeds.find(key, key === 'a' ? '99' : '1'))).toEqual(['a', 'c', 'd'])
})
