import { describe, expect, it } from 'vitest'
import { mediaType, pagePath } from '../../../../electron/services/page/page-path.ts'

describe('the file an address names', () => {
  it.each([
    ['/', ['index.html']],
    ['/index.html', ['index.html']],
    ['/assets/index-CChZy3Ol.js', ['assets', 'index-CChZy3Ol.js']],
    ['/assets/a%20b.svg', ['assets', 'a b.svg']],
  ])('%s is found below the renderer', (pathname, parts) => {
    expect(pagePath(pathname)).toEqual(parts)
  })

  it.each([
    '',
    'index.html',
    '//etc/passwd',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/..\\package.json',
    '/C:/Windows/win.ini',
    '/.env',
    '/assets/.hidden',
    '/assets//index.js',
    '/assets/',
    '/a%00.html',
    '/a%0d%0a.html',
    '/%E0%A4%A',
  ])('%j names none', (pathname) => {
    expect(pagePath(pathname)).toBeNull()
  })
})

it.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['index.JS', 'text/javascript; charset=utf-8'],
  ['inter.woff2', 'font/woff2'],
  ['unknown.xyz', 'application/octet-stream'],
])('%s is served as %s', (name, type) => {
  expect(mediaType(name)).toBe(type)
})
