// A resolver as a person writes it: `192.0.2.53`, `192.0.2.53:5301`, `2001:db8::1` or `[2001:db8::1]:5301`.
import { ipFamily, isIpv4, isIpv6 } from './ip.ts'

const withPort = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/

export function isDnsServer(text: string): boolean {
  if (ipFamily(text) !== null) return true
  const [, v6, v4, port] = withPort.exec(text) ?? []
  const isAddress = v6 === undefined ? isIpv4(v4 ?? '') : isIpv6(v6)
  return isAddress && Number(port) > 0 && Number(port) < 65536
}
