// What the end of a login is told: a verdict on the left, the reply on the right.
import type { Reply } from '#shared/values/reply.ts'
import type { Verdict } from './login.ts'
import { replies, reply } from './replies.ts'

export type LoginReplies = Readonly<Record<Verdict, Reply>>

/** RFC 4954 §9: a stranger and a wrong password are told the same. */
const checked: LoginReplies = {
  right: replies.loggedIn,
  'wrong user': replies.loginRefused,
  'wrong password': replies.loginRefused,
  'wrong token': replies.loginRefused,
  malformed: replies.notBase64,
}

export const loginReplies = {
  checked,
  refused: { ...checked, right: replies.loginRefused },
  anyone: { ...checked, 'wrong user': replies.loggedIn, 'wrong password': replies.loggedIn },
  telling: {
    ...checked,
    'wrong user': reply(535, '5.7.8', 'Nobody here is called that'),
    'wrong password': reply(535, '5.7.8', 'This is not the password of that user'),
  },
} as const satisfies Record<string, LoginReplies>
