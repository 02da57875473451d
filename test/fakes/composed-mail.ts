// A small mail, ready to be sent.
import type { ComposedMail } from '../../electron/engine/mail/composed-mail.ts'

export type MailWish = Partial<Pick<ComposedMail, 'needsUtf8' | 'needs8bit'>> & {
  readonly from?: string
  readonly to?: readonly string[]
  readonly content?: string
}

export function composedMail(wish: MailWish = {}): ComposedMail {
  const content = Buffer.from(wish.content ?? 'Subject: Hello\r\n\r\nHello.\r\n')
  return {
    envelope: { from: wish.from ?? 'ana@example.org', to: [...(wish.to ?? ['luis@example.net'])] },
    messageId: '<1@example.org>',
    size: content.length,
    needsUtf8: wish.needsUtf8 ?? false,
    needs8bit: wish.needs8bit ?? false,
    async *open() {
      yield content
    },
  }
}
