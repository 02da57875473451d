// Replies of a server: as lines, as replies, as offers, and as what is explained of them.
import { explainEntry } from '#shared/explain/entry.ts'
import { explainKeyword } from '#shared/explain/keywords.ts'
import { causeOf } from '#shared/explain/reply-causes.ts'
import type { Reply } from '#shared/values/reply.ts'
import { stages } from '#shared/values/stage.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { decode } from '../../../electron/engine/net/decode.ts'
import { recogniseProtocol } from '../../../electron/engine/net/foreign-protocols.ts'
import { createLineSplitter } from '../../../electron/engine/net/line-splitter.ts'
import { createRedaction } from '../../../electron/engine/net/redaction.ts'
import { authMechanisms, parseCapabilities, sizeLimit } from '../../../electron/engine/smtp/capabilities.ts'
import { serverLimits } from '../../../electron/engine/smtp/extensions/limits.ts'
import { refusalKind } from '../../../electron/engine/smtp/refusal.ts'
import { beginsReply, createReplyParser, type ReplyStep } from '../../../electron/engine/smtp/reply-parser.ts'
import { entry } from '../../fakes/entries.ts'
import { octets, replies, serverLines } from '../corpus.ts'
import { assert, piecesOf, type Target } from '../target.ts'

export const replyParsing: Target = {
  name: 'replies',
  share: 25,
  samples: octets(replies),
  check(input) {
    const whole = stepsOf([input])
    const cut = stepsOf(piecesOf(input))
    assert(JSON.stringify(cut) === JSON.stringify(whole), 'cut otherwise, the replies are others')
    for (const step of whole.steps) if (step.kind === 'reply') checkReply(step.reply)
    recogniseProtocol(input)
    beginsReply(decode(input).text)
  },
}

export const offers: Target = {
  name: 'capabilities',
  share: 15,
  samples: octets(
    replies
      .filter((text) => text.startsWith('250-'))
      .map((text) => text.replace(/^\d{3}[ -]/gm, '').replaceAll('\r\n', '\n')),
  ),
  check(input) {
    const reply = { code: 250, enhanced: null, text: decode(input).text }
    const capabilities = parseCapabilities(reply)
    for (const capability of capabilities) {
      assert(capability.keyword !== '' && !/[ \t\n]/.test(capability.keyword), 'a keyword is one word')
      const { title } = explainKeyword(capability)
      assert(typeof title.en === 'string' && typeof title.es === 'string', 'a keyword is explained in words')
    }
    assert(
      authMechanisms(capabilities).every((name) => name !== '' && name === name.toUpperCase()),
      'mechanisms are names',
    )
    const size = sizeLimit(capabilities)
    assert(size === null || (Number.isSafeInteger(size) && size > 0), 'a size limit is a number of octets')
    const limits = Object.values(serverLimits({ wire: defaultWire, capabilities }))
    assert(
      limits.every((limit) => limit >= 1),
      'a limit leaves room for something',
    )
  },
}

export const explanations: Target = {
  name: 'explanations',
  share: 10,
  samples: octets(serverLines),
  check(input) {
    const text = decode(input).text
    const before = [entry({ text: '220 mx' }), entry({ direction: 'client', text: 'MAIL FROM:<a@b.example>' })]
    for (const stage of stages) {
      const found = explainEntry(entry({ text, stage }), before)
      assert(found === null || (found.title.en !== '' && found.title.es !== ''), 'what is explained has a title')
    }
    explainEntry(entry({ direction: 'client', text }), before)
    const redaction = createRedaction()
    redaction.hide(['secret', 'c2VjcmV0'])
    assert(!redaction.apply(input).includes('secret'), 'a secret is hidden wherever it stands')
  },
}

function checkReply(reply: Reply): void {
  assert(reply.code >= 0 && reply.code <= 999, 'a code has three digits')
  assert(reply.enhanced === null || /^[245]\.\d{1,3}\.\d{1,3}$/.test(reply.enhanced), 'an enhanced code has its form')
  for (const stage of stages) {
    refusalKind(stage, reply)
    causeOf(reply, stage)
  }
}

type Read = { readonly steps: readonly ReplyStep[]; readonly rest: string }

function stepsOf(pieces: readonly Buffer[]): Read {
  const splitter = createLineSplitter()
  const parser = createReplyParser()
  const steps: ReplyStep[] = []
  for (const piece of pieces) {
    splitter.push(piece)
    for (let line = splitter.next(); line !== null; line = splitter.next()) {
      if (line === 'too-long') return { steps, rest: line }
      steps.push(parser.line({ ...line, text: decode(line.octets).text }))
    }
  }
  return { steps, rest: splitter.takeRest().toString('latin1') }
}
