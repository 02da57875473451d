// The mail that every profile must carry unharmed: Spanish and emoji in its headers, HTML, a picture in it, 5 MB attached.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMail } from '../../electron/engine/mail/index.ts'

export const sample = {
  from: 'Luis Ñandú 🐦 <luis@heloise.test>',
  to: 'Ana Núñez ✉️ <ana@heloise.test>',
  subject: 'Mañana a las cinco: ¿café con churros? ☕️🇪🇸',
  html: '<p>¡Hola, <b>Ana</b>!</p><p><img src="cid:paisaje.png" alt="un paisaje"></p>',
  text: '¡Hola, Ana!\r\n.Una línea que empieza por punto.\r\n..\r\nFin.',
} as const

/** A picture of one pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

export type SampleFile = { readonly name: string; readonly path: string; readonly bytes: Buffer; readonly type: string }
export type SampleFiles = { readonly picture: SampleFile; readonly attachment: SampleFile; remove(): Promise<void> }

export async function writeSampleFiles(): Promise<SampleFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'heloise-sample-'))
  const file = async (name: string, type: string, bytes: Buffer): Promise<SampleFile> => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return { name, path, bytes, type }
  }
  return {
    picture: await file('paisaje.png', 'image/png', picture),
    attachment: await file('informe de otoño.pdf', 'application/pdf', randomBytes(5 * 1024 * 1024)),
    remove: () => rm(folder, { recursive: true }),
  }
}

/** What a reader finds in a mail. */
export async function read(mail: Buffer) {
  const { headers, html, text, parts } = await openMail(new Blob([Uint8Array.from(mail)]))
  const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value
  return {
    from: header('from'),
    to: header('to'),
    subject: header('subject'),
    html: html?.trim(),
    text: text?.trim(),
    parts: parts.map(({ name, type, contentId, sha256 }) => ({ name, type, contentId, sha256 })),
  }
}

/** What a reader must find in the sample. */
export const asSent = ({ picture, attachment }: SampleFiles) => ({
  from: sample.from,
  to: sample.to,
  subject: sample.subject,
  html: sample.html,
  text: sample.text.replaceAll('\r\n', '\n'),
  parts: [partOf(picture, picture.name), partOf(attachment, null)],
})

const partOf = ({ name, type, bytes }: SampleFile, contentId: string | null) => ({
  name,
  type,
  contentId,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
