// A submission server of one account's login: says EHLO with its mechanisms, and what a function answers to each line after.
import { rawPeer } from './scripted-peer.ts'

/** The next line of the client, decoded where it is base64, and the replies to it, without their CRLF. */
export type Answering = (line: string) => string

export const challenge = (text: string | Buffer): string => `334 ${Buffer.from(text).toString('base64')}`
export const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8')

/** `answering` is made anew for each connection. */
export function loginPeer(mechanisms: string, answering: () => Answering) {
  return rawPeer((socket) => {
    const answer = answering()
    let buffered = ''
    socket.write('220 mx.example\r\n')
    socket.on('data', (octets) => {
      buffered += octets.toString('utf8')
      for (let end = buffered.indexOf('\r\n'); end !== -1; end = buffered.indexOf('\r\n')) {
        const line = buffered.slice(0, end)
        buffered = buffered.slice(end + 2)
        if (line.startsWith('EHLO')) socket.write(`250-mx.example\r\n250 AUTH ${mechanisms}\r\n`)
        else if (line === 'QUIT') socket.end('221 Bye\r\n')
        else socket.write(`${answer(line)}\r\n`)
      }
    })
  })
}
