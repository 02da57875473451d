import { ORPCError } from '@orpc/server'
import { expect, it } from 'vitest'
import type { OpenedMail } from '#shared/values/received-mail.ts'
import { mailView } from '../../../../electron/services/page/mail-view.ts'

const mail: OpenedMail['mail'] = {
  id: '7',
  receivedAt: 0,
  envelopeFrom: 'ana@b.example',
  envelopeTo: ['leo@c.example'],
  from: 'Ana <ana@b.example>',
  subject: 'Hola',
  size: 100,
  isTls: false,
  user: null,
  isRead: true,
  attachmentCount: 0,
  transcriptId: null,
}
const part = (index: number, type: string, contentId: string | null, size = 2) => ({
  index,
  name: `part-${index}`,
  type,
  size,
  contentId,
  isInline: true,
  sha256: '',
})

/** An inbox with one mail; notes which of its parts are asked for. */
function inboxWith(html: string | null, parts: OpenedMail['parts'], asked: number[] = []) {
  return {
    async open({ id }: { id: string }): Promise<OpenedMail> {
      if (id !== mail.id) throw new ORPCError('NOT_FOUND', { data: { id } })
      return { mail, headers: [], html, text: 'Hola', parts }
    },
    async part({ index }: { id: string; index: number }) {
      asked.push(index)
      return new Blob([new Uint8Array([1, 2])])
    },
  }
}

it('shows the pictures that a mail names, and reads no other part', async () => {
  const asked: number[] = []
  const parts = [
    part(0, 'image/png', '<logo@x>'),
    part(1, 'application/pdf', null),
    part(2, 'image/svg+xml; x="', '<odd@x>'),
    part(3, 'image/png', '<huge@x>', 17 * 1024 * 1024),
  ]
  const html = await mailView(
    inboxWith('<img src="cid:logo@x"><img src="cid:odd@x"><img src="cid:huge@x">', parts, asked),
    '7',
  )
  expect(asked).toEqual([0])
  expect(html).toContain('<img src="data:image/png;base64,AQI=" /><img /><img />')
})

it.each([
  ['is gone', '8', '<p>x</p>'],
  ['has no HTML', '7', null],
])('shows nothing of a mail that %s', async (_, id, html) => {
  expect(await mailView(inboxWith(html, []), id)).toBeNull()
})
