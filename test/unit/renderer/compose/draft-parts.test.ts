import { describe, expect, test } from 'vitest'
import type { Attachment } from '#shared/values/draft.ts'
import { stateOf } from '../../../../renderer/compose/draft-state.ts'
import { differenceOf, envelopeOf } from '../../../../renderer/compose/envelope-of.ts'
import { outgoing, withoutUnfinished } from '../../../../renderer/compose/pictures.ts'
import { serverLimit, sizeInMail } from '../../../../renderer/compose/server-limit.ts'
import { draftOf, receiptOf, storedOf } from '../../../fakes/drafts.ts'

const file = (id: string, contentId: string | null): Attachment => ({
  id,
  name: id,
  type: 'image/png',
  size: 1,
  contentId,
})

describe('pictures', () => {
  const attachments = [file('paper', null), file('shown', 's@x'), file('undone', 'u@x')]
  const html = '<p><img src="cid:s@x"></p>'

  test('that left the text do not go out', () => {
    expect(outgoing(draftOf({ html, attachments })).attachments.map(({ id }) => id)).toEqual(['paper', 'shown'])
  })

  test('go as ordinary files with plain text', () => {
    const sent = outgoing(draftOf({ html, attachments, format: 'plain' })).attachments
    expect(sent).toEqual([file('paper', null), file('shown', null)])
  })

  test('that are still on their way are not kept in the text', () => {
    const text = '<p>a<img src="blob:x" data-uploading="">b<img src="cid:1" alt="data-upload"></p>'
    expect(withoutUnfinished(text)).toBe('<p>ab<img src="cid:1" alt="data-upload"></p>')
  })
})

describe('the envelope', () => {
  const draft = draftOf({ to: ['Bob <bob@x.test>'], bcc: ['carol@x.test'] })

  test('follows the headers', () => {
    expect(envelopeOf(draft)).toEqual({ from: 'ana@example.com', to: ['bob@x.test', 'carol@x.test'] })
    expect(differenceOf(draft)).toEqual({ isSenderOther: false, added: [], missing: [] })
  })

  test('says in what it differs', () => {
    const envelope = { from: '', to: ['BOB@x.test', 'dan@x.test'] }
    expect(differenceOf({ ...draft, envelope })).toEqual({
      isSenderOther: true,
      added: ['dan@x.test'],
      missing: ['carol@x.test'],
    })
  })
})

describe('the limit of the server', () => {
  const withSize = (...parameters: string[]) => receiptOf({ capabilities: [{ keyword: 'size', parameters }] })

  test.each([
    ['1000', 1000],
    ['0', null],
    ['9'.repeat(30), null],
  ])('SIZE %s is %s', (size, limit) => expect(serverLimit([], 'p1', withSize(size))).toBe(limit))

  test('is known from other mails of the profile', () => {
    const drafts = [storedOf({ profileId: 'p2' }, withSize('5')), storedOf({ profileId: 'p1' }, withSize('7'))]
    expect([serverLimit(drafts, 'p1', null), serverLimit(drafts, 'p3', null)]).toEqual([7, null])
  })

  test('files grow by base64 and its line ends', () => expect(sizeInMail(57)).toBe(78))
})

test.each([
  [null, 'draft'],
  [receiptOf({ outcome: 'checked' }), 'draft'],
  [receiptOf(), 'sent'],
  [receiptOf({ outcome: 'partial' }), 'partial'],
  [receiptOf({ outcome: 'unknown' }), 'unknown'],
  [receiptOf({ outcome: 'refused' }), 'failed'],
] as const)('a receipt tells what became of the draft (%#)', (receipt, state) => expect(stateOf(receipt)).toBe(state))
