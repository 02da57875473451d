// A mail of shop.example with DKIM signatures that another implementation made, and the keys that belong to them.
import { generateKeyPairSync } from 'node:crypto'
import DKIM from 'nodemailer/lib/dkim'

export const plainMail = [
  'From: Ana <ana@shop.example>',
  'To: Bea <bea@house.example>',
  'Subject:  Is  dinner   ready?',
  'Date: Mon, 01 Jun 2026 10:00:00 +0000',
  'Message-ID: <1@shop.example>',
  '',
  'Hi.',
  '',
  'We lost the  game.',
  '.. and the ball.',
  '',
].join('\r\n')

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** The text of the key record. */
export const signingKey = `v=DKIM1; k=rsa; p=${pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`

export async function signedMail(domainName = 'shop.example', mail = plainMail): Promise<string> {
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const signer = new DKIM({ domainName, keySelector: 's', privateKey })
  return (await signer.sign(mail).toArray()).join('')
}
