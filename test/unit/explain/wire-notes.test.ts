import { expect, test } from 'vitest'
import { explainWireNote, wireNoteParts, wireNoteText } from '#shared/explain/wire-notes.ts'

const note = (text: string) => ({ kind: 'note' as const, text })

test('a note about the wire is told in both languages, and in short clause by clause', () => {
  const changed = note(
    'On the wire: MAIL has RET=FULL and lacks SIZE=26; RCPT has NOTIFY=DELAY ORCPT=rfc822;a@b.c; ' +
      'every command waits for its reply, although PIPELINING is offered; chunks of 10 octets.',
  )
  expect([wireNoteText(changed)?.es, wireNoteParts(changed).map(({ es }) => es)]).toEqual([
    'En el cable: MAIL lleva RET=FULL y no lleva SIZE=26; RCPT lleva NOTIFY=DELAY ORCPT=rfc822;a@b.c; ' +
      'cada orden espera su respuesta, aunque se ofrece PIPELINING; trozos de 10 octetos.',
    [
      'MAIL lleva RET=FULL y no lleva SIZE=26',
      'RCPT lleva NOTIFY=DELAY ORCPT=rfc822;a@b.c',
      'cada orden espera su respuesta, aunque se ofrece PIPELINING',
      'trozos de 10 octetos',
    ],
  ])
})

test.each([
  ['On the wire: MAIL lacks SIZE=1.', 'En el cable: MAIL no lleva SIZE=1.'],
  ['On the wire: RCPT has NOTIFY=NEVER.', 'En el cable: RCPT lleva NOTIFY=NEVER.'],
  [
    'On the wire: several commands leave in one write, although PIPELINING is not offered.',
    'En el cable: varias órdenes salen juntas, aunque no se ofrece PIPELINING.',
  ],
  [
    'On the wire: the mail leaves in BDAT chunks, although CHUNKING is not offered.',
    'En el cable: el correo sale en trozos BDAT, aunque no se ofrece CHUNKING.',
  ],
  [
    'On the wire: the mail leaves by DATA, although CHUNKING is offered.',
    'En el cable: el correo sale por DATA, aunque se ofrece CHUNKING.',
  ],
  [
    'On the wire: the limits of the server are not heeded, although LIMITS is offered.',
    'En el cable: no se atienden los límites del servidor, aunque se ofrece LIMITS.',
  ],
  ['On the wire: XFORWARD is said before MAIL.', 'En el cable: XFORWARD va antes de MAIL.'],
  ['On the wire: a raw line after ehlo.', 'En el cable: una línea en bruto después de ehlo.'],
  [
    'On the wire: a PROXY header (version 2) says that [::1]:25 connects.',
    'En el cable: una cabecera PROXY (versión 2) dice que se conecta [::1]:25.',
  ],
  [
    '127.0.0.1 does not offer DSN, so no notice of delivery is asked for.',
    '127.0.0.1 no ofrece DSN, así que no se pide ningún aviso de entrega.',
  ],
])('“%s” in Spanish', (text, spanish) => {
  expect(wireNoteText(note(text))).toEqual({ en: text, es: spanish })
})

test('each parameter that is said otherwise is explained', () => {
  const changed = explainWireNote(note('On the wire: MAIL has RET=FULL; RCPT has NOTIFY=NEVER and lacks X.'))
  expect([changed?.title.en, changed?.text.en]).toEqual([
    'Otherwise than usual',
    'What the options under “On the wire” change, compared with the same mail without them. Said by Heloise, not on the wire. ' +
      'RET=FULL: a bounce should return the whole mail. NOTIFY=NEVER: no report is wanted, not even a bounce.',
  ])
})

test('what was asked for in vain points at its rule', () => {
  expect(explainWireNote(note('mx does not offer MT-PRIORITY, so its priority is not told.'))).toMatchObject({
    title: { en: 'Asked for in vain' },
    reference: 'RFC 6710',
  })
})

test.each([note('Stopped after rcpt, as told.'), { kind: 'line' as const, text: 'On the wire: x.' }])(
  '%j is no such note',
  (other) => {
    expect([wireNoteText(other), wireNoteParts(other), explainWireNote(other)]).toEqual([null, [], null])
  },
)
