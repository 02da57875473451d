import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { migrations } from '../../../electron/storage/migrations.ts'
import { createProfileStore } from '../../../electron/storage/profiles.ts'

it('reads a profile from before TLS could be chosen, with the usual choice', () => {
  using database = new DatabaseSync(':memory:')
  for (const step of migrations) database.exec(step)
  const old = {
    id: 'one',
    name: 'Work',
    sender: { name: 'Ana', address: 'ana@example.org' },
    route: 'relay',
    host: 'smtp.example.org',
    port: 587,
    security: 'starttls',
    login: { user: 'ana', mechanism: 'XOAUTH2', allowPlaintext: false },
    certificate: { pin: null, authorities: null, name: null },
    ehloName: null,
    isLoopback: false,
  }
  database.prepare('INSERT INTO profiles (id, body, created_at) VALUES (?, ?, 0)').run('one', JSON.stringify(old))
  const tls = { client: null, minVersion: null, maxVersion: null, ciphers: null }
  const usual = { tls, connection: usualConnection, policies: noPolicies, wire: defaultWire }
  expect(createProfileStore(database).get('one')).toEqual({ profile: { ...old, ...usual }, lastCheck: null })
})
