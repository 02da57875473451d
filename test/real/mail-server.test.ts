// The server that the other tests rely on, as swaks finds it: were it wrong, they would prove nothing.
import { expect, test } from 'vitest'
import { runProgram } from './mail-server/run-program.ts'
import type { MailServer, Variant } from './mail-server.ts'
import { describeWithMailServer } from './server.ts'
import { askSwaks } from './swaks.ts'

type Case = {
  readonly name: string
  readonly parameters: (server: MailServer) => readonly string[]
  readonly stage: string
  readonly said?: RegExp
}

const to = ['--to', 'ana@heloise.test']
const at = (port: number) => ['--server', `127.0.0.1:${port}`]
const variant = (server: MailServer, name: Variant) => at(server.variantPorts[name])
const checked = (server: MailServer) => ['--tls', '--tls-verify', '--tls-ca-path', server.authority.file]
const login = ({ users }: MailServer) => [
  '--auth',
  'PLAIN',
  '--auth-user',
  'ana@heloise.test',
  '--auth-password',
  users.ana.password,
]

const cases: readonly Case[] = [
  {
    name: '25 takes mail for its own people',
    parameters: (server) => [...at(25), ...checked(server), ...to],
    stage: 'done',
  },
  {
    name: '25 relays nothing',
    parameters: () => [...at(25), '--to', 'x@elsewhere.test'],
    stage: 'no recipient',
    said: /554 5\.7\.1 .*Relay access denied/,
  },
  {
    name: '25 knows who is not there',
    parameters: () => [...at(25), '--to', 'nobody@heloise.test'],
    stage: 'no recipient',
    said: /550 5\.1\.1/,
  },
  { name: '25 offers no login', parameters: (server) => [...at(25), '--tls', ...to, ...login(server)], stage: 'auth' },
  {
    name: '587 takes a login inside TLS',
    parameters: (server) => [...at(587), ...checked(server), ...login(server), ...to],
    stage: 'done',
  },
  {
    name: '587 wants a login',
    parameters: (server) => [...at(587), ...checked(server), ...to],
    stage: 'no recipient',
    said: /554 5\.7\.1/,
  },
  {
    name: '587 wants TLS',
    parameters: () => [...at(587), ...to],
    stage: 'mail',
    said: /530 5\.7\.0 Must issue a STARTTLS/,
  },
  {
    name: '587 refuses a wrong password',
    parameters: () => [...at(587), '--tls', '--auth', 'PLAIN', '--auth-user', 'ana', '--auth-password', 'wrong', ...to],
    stage: 'auth',
    said: /535 5\.7\.8/,
  },
  {
    name: '465 speaks TLS from the start',
    parameters: (server) => [...at(465), '--tls-on-connect', ...login(server), ...to],
    stage: 'done',
  },
  {
    name: '465 says nothing to a client without TLS',
    parameters: () => [...at(465), '--timeout', '2', ...to],
    stage: 'greeting',
  },
  {
    name: 'an expired certificate does not hold',
    parameters: (server) => [...variant(server, 'expired'), ...checked(server), ...to],
    stage: 'tls',
  },
  {
    name: 'a self-signed certificate does not hold',
    parameters: (server) => [...variant(server, 'self-signed'), ...checked(server), ...to],
    stage: 'tls',
  },
  {
    name: 'without STARTTLS there is no TLS',
    parameters: (server) => [...variant(server, 'no-starttls'), '--tls', ...to],
    stage: 'tls',
  },
  {
    name: 'a large mail is refused',
    parameters: (server) => [
      ...variant(server, 'small-mails'),
      ...to,
      '--body',
      'x'.repeat(70).concat('\n').repeat(400),
    ],
    stage: 'after data',
    said: /552 5\.3\.4/,
  },
  {
    name: 'greylisting asks to come again',
    parameters: (server) => [...variant(server, 'greylist'), ...to],
    stage: 'no recipient',
    said: /450 4\.7\.1/,
  },
  {
    name: 'a slow greeting comes',
    parameters: (server) => [...variant(server, 'slow-greeting'), ...to],
    stage: 'done',
  },
]

describeWithMailServer('the real mail server', (server) => {
  test.each(cases)('$name', async ({ parameters, stage, said }) => {
    const opinion = await askSwaks(parameters(server()))
    expect(opinion, opinion.output).toMatchObject({ stage })
    expect(opinion.output).toMatch(said ?? /./)
  })

  // This swaks compares no names, so openssl is asked.
  test('a certificate for another name does not hold', async () => {
    const { variantPorts, authority } = server()
    const place = [
      '-connect',
      `127.0.0.1:${variantPorts['wrong-name']}`,
      '-starttls',
      'smtp',
      '-CAfile',
      authority.file,
    ]
    const check = ['s_client', ...place, '-verify_hostname', 'localhost', '-verify_return_error']
    await expect(runProgram('openssl', check)).rejects.toThrow(/hostname mismatch/)
  })
})
