// A resolver as a person writes it: `192.0.2.53`, `192.0.2.53:5301`, `2001:db8::1` or `[2001:db8::1]:5301`.
import { z } from 'zod'

const address = z.union([z.ipv4(), z.ipv6()])
const withPort = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/

export function isDnsServer(text: string): boolean {
  if (address.safeParse(text).success) return true
  const [, v6, v4, port] = withPort.exec(text) ?? []
  return address.safeParse(v6 ?? v4).success && Number(port) > 0 && Number(port) < 65536
}
