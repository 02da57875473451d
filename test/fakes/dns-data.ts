// The data of a DNS record from the text that zone files have for it, in the form that dns-packet writes.

export function dnsData(type: string, text: string): unknown {
  const words = text.split(' ')
  const numbers = words.map(Number)
  const [first = 0, second = 0, third = 0] = numbers
  const last = words.at(-1) ?? ''
  switch (type) {
    case 'MX':
      return { preference: first, exchange: last }
    case 'TXT':
      // Strings of one record are separated by bars.
      return text.split('|')
    case 'TLSA':
      return { usage: first, selector: second, matchingType: third, certificate: Buffer.from(last, 'hex') }
    case 'SRV':
      return { priority: first, weight: second, port: third, target: last }
    case 'SOA': {
      const [mname = '', rname = '', ...times] = words
      const [serial, refresh, retry, expire, minimum] = times.map(Number)
      return { mname, rname, serial, refresh, retry, expire, minimum }
    }
    case 'CAA':
      return { flags: first, tag: words[1], value: last }
    case 'DS':
      return { keyTag: first, algorithm: second, digestType: third, digest: Buffer.from(last, 'hex') }
    case 'DNSKEY':
      return { flags: first, algorithm: second, key: Buffer.from(last, 'hex') }
    default:
      return /^UNKNOWN_|^SPF$/.test(type) ? Buffer.from(text, 'hex') : text
  }
}
