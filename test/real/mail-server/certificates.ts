// Keys and certificates for the real mail server, made by openssl: one authority and a server certificate of each kind.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

export type Certificates = {
  /** The authority: its file (PEM) and its text. */
  readonly authority: { readonly file: string; readonly pem: string }
  /** Files with key and chain, in the form of Postfix's smtpd_tls_chain_files. */
  readonly good: string
  readonly expired: string
  readonly wrongName: string
  readonly selfSigned: string
}

export async function makeCertificates(directory: string): Promise<Certificates> {
  await writeFile(join(directory, 'index.txt'), '')
  await writeFile(join(directory, 'serial'), '1000\n')
  await writeFile(join(directory, 'authority.cnf'), authorityConfig(directory))
  const authority = await makeAuthority(directory)
  const local = 'DNS:localhost,IP:127.0.0.1,IP:::1'
  return {
    authority,
    good: await makeServer(directory, { name: 'good', subjectAltName: local, dates: wideDates }),
    expired: await makeServer(directory, { name: 'expired', subjectAltName: local, dates: pastDates }),
    wrongName: await makeServer(directory, {
      name: 'wrong-name',
      subjectAltName: 'DNS:mx.elsewhere.test',
      dates: wideDates,
    }),
    selfSigned: await makeSelfSigned(directory, local),
  }
}

type ServerRequest = { readonly name: string; readonly subjectAltName: string; readonly dates: readonly string[] }

const wideDates = ['-startdate', '20240101000000Z', '-enddate', '20491231000000Z']
const pastDates = ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z']
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

async function makeAuthority(directory: string): Promise<Certificates['authority']> {
  const file = join(directory, 'authority.pem')
  const output = ['-keyout', join(directory, 'authority.key'), '-out', file]
  const extensions = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign']
  await openssl([
    'req',
    '-x509',
    ...newKey,
    ...output,
    '-days',
    '3650',
    '-subj',
    '/CN=Heloise test authority',
    ...extensions,
  ])
  return { file, pem: await openssl(['x509', '-in', file]) }
}

async function makeServer(directory: string, { name, subjectAltName, dates }: ServerRequest): Promise<string> {
  const file = (suffix: string) => join(directory, `${name}.${suffix}`)
  const [key, request, certificate, extensions] = [file('key'), file('csr'), file('crt'), file('ext')]
  await openssl(['req', ...newKey, '-keyout', key, '-out', request, '-subj', '/CN=Heloise test server'])
  await writeFile(extensions, `subjectAltName=${subjectAltName}\nextendedKeyUsage=serverAuth\n`)
  const config = ['-config', join(directory, 'authority.cnf'), '-extfile', extensions]
  await openssl(['ca', '-batch', '-notext', ...config, ...dates, '-in', request, '-out', certificate])
  return joinChain(directory, name, [key, certificate])
}

async function makeSelfSigned(directory: string, subjectAltName: string): Promise<string> {
  const [key, certificate] = [join(directory, 'self.key'), join(directory, 'self.crt')]
  const names = ['-subj', '/CN=localhost', '-addext', `subjectAltName=${subjectAltName}`]
  await openssl(['req', '-x509', ...newKey, '-keyout', key, '-out', certificate, '-days', '3650', ...names])
  return joinChain(directory, 'self-signed', [key, certificate])
}

async function joinChain(directory: string, name: string, files: readonly string[]): Promise<string> {
  const chain = join(directory, `${name}.pem`)
  const parts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  await writeFile(chain, parts.join(''), { mode: 0o600 })
  return chain
}

const openssl = (parameters: readonly string[]) => runProgram('openssl', parameters)

const authorityConfig = (directory: string) => `
[ca]
default_ca = authority
[authority]
dir = ${directory}
new_certs_dir = $dir
database = $dir/index.txt
serial = $dir/serial
private_key = $dir/authority.key
certificate = $dir/authority.pem
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`
