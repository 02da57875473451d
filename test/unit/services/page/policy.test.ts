import { expect, it } from 'vitest'
import { mailPolicy, pagePolicy } from '../../../../electron/services/page/policy.ts'

it('lets the page load from its own origin alone, and run nothing that is written in it', () => {
  expect(pagePolicy('n0nce').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-n0nce'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

it('lets a mail draw with what it brought along, and do nothing else', () => {
  expect(mailPolicy.split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ])
})
