import { describe, expect, it } from 'vitest'
import { promisedAttachment } from '#shared/compose/promised-attachment.ts'
import { draftWarnings, type Warning } from '#shared/compose/warnings.ts'
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { Profile } from '#shared/values/profile.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'

const draft: Draft = {
  id: 'd',
  profileId: null,
  from: 'Ana <ana@example.org>',
  to: ['Beto <beto@example.com>'],
  cc: [],
  bcc: [],
  replyTo: '',
  subject: 'Lunch',
  format: 'plain',
  html: '',
  text: 'At two?',
  headers: [],
  attachments: [],
  envelope: null,
  raw: null,
  wire: null,
}

const profile: Profile = {
  id: 'p',
  name: 'Work',
  sender: { name: 'Ana', address: 'ana@example.org' },
  route: 'relay',
  host: 'smtp.example.org',
  port: 587,
  security: 'starttls',
  login: null,
  certificate: { pin: null, authorities: null, name: null },
  tls: { client: null, minVersion: null, maxVersion: null, ciphers: null },
  connection: usualConnection,
  policies: noPolicies,
  wire: defaultWire,
  ehloName: null,
  isLoopback: false,
}

const picture = { id: 'a', name: 'a.png', type: 'image/png', size: 1, contentId: 'c' }

describe('a draft is warned about', () => {
  it.each<[string, Partial<Draft>, Warning[]]>([
    ['nothing when all is well', {}, []],
    ['a missing subject', { subject: ' ' }, [{ kind: 'no-subject', field: 'subject' }]],
    ['a body without text', { format: 'rich', html: '<p></p>' }, [{ kind: 'no-text', field: 'body' }]],
    [
      'nothing when the body is a picture',
      { format: 'rich', html: '<p><img src="cid:c"></p>', attachments: [picture] },
      [],
    ],
    [
      'an attachment that is named and not there, an inline picture apart',
      { text: 'The plan is attached.', attachments: [picture] },
      [{ kind: 'attachment-forgotten', field: 'attachments', phrase: 'attached' }],
    ],
    ['nothing when it is there', { text: 'See attachment', attachments: [{ ...picture, contentId: null }] }, []],
    [
      'nothing for what only a quoted mail says',
      { format: 'html', html: '<p>No.</p><blockquote>It is attached</blockquote>' },
      [],
    ],
    [
      'a Bcc that To shows',
      { bcc: ['BETO@example.com', 'c@example.com'] },
      [{ kind: 'bcc-shown', field: 'bcc', address: 'BETO@example.com' }],
    ],
    [
      'a From that is not the account',
      { from: 'boss@example.org' },
      [{ kind: 'from-differs', field: 'from', address: 'boss@example.org', account: 'ana@example.org' }],
    ],
    [
      'an envelope that differs from the headers',
      { envelope: { from: '', to: ['eve@example.net'] } },
      [
        { kind: 'envelope-sender-differs', field: 'envelope', address: '', from: 'ana@example.org' },
        { kind: 'not-sent-to', field: 'envelope', addresses: ['beto@example.com'] },
        { kind: 'hidden-recipients', field: 'envelope', addresses: ['eve@example.net'] },
      ],
    ],
    [
      'a source without From and Date, and with Bcc',
      { raw: 'Subject: x\r\nBcc: y@example.com\r\n\r\nFrom: in the body\r\n' },
      [
        { kind: 'header-missing', field: 'raw', name: 'From' },
        { kind: 'header-missing', field: 'raw', name: 'Date' },
        { kind: 'bcc-in-source', field: 'raw' },
      ],
    ],
    [
      'a source with a line that is too long',
      { raw: `From: a@b.example\nDate: x\n\n${'ñ'.repeat(499)}\n${'ñ'.repeat(500)}\n` },
      [{ kind: 'line-too-long', field: 'raw', line: 5, octets: 1000 }],
    ],
  ])('%s', (_what, change, warnings) => {
    expect(draftWarnings({ ...draft, ...change }, profile)).toEqual(warnings)
  })
})

describe('words that speak of an attachment', () => {
  it.each([
    ['I’m attaching the plan', 'I’m attaching'],
    ['Please find enclosed', 'find enclosed'],
    ['I enclose the bill', 'I enclose'],
    ['Te adjunto el plano', 'adjunto'],
    ['Van adjuntas las fotos', 'adjuntas'],
    ['Adjuntamos la factura', 'Adjuntamos'],
    ['Está en el anexo', 'el anexo'],
    ['> the attached file\nThanks', null],
    ['conjuntos y adjetivos', null],
    ['Nothing of that kind', null],
  ])('%s', (text, phrase) => {
    expect(promisedAttachment(text)).toBe(phrase)
  })
})
