// The addresses of this computer, to choose one from which connections go out.
import { networkInterfaces } from 'node:os'

/** Those of networks before those of this computer alone. Link-local ones are left out: they need the name of an interface as well. */
export function localAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  const usable = all.filter(({ address }) => !/^fe[89ab]/i.test(address))
  const sorted = usable.toSorted((one, other) => Number(one.internal) - Number(other.internal))
  return [...new Set(sorted.map(({ address }) => address))]
}
