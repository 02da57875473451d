// What a process and all that it started use of the processor, where the system has /proc.
import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks, as Linux tells of them. */
const ticksPerSecond = 100

/** Seconds, so far; not a number where the system does not tell. */
export function cpuOfTree(root: number): number {
  const all = processes()
  const family = new Set([root])
  // A child is younger than its parent, and its number mostly higher: as often as there are generations.
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const { id, parent } of all) if (family.has(parent)) family.add(id)
  }
  const own = all.filter(({ id }) => family.has(id))
  return own.length === 0 ? Number.NaN : own.reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond
}

type Process = { readonly id: number; readonly parent: number; readonly ticks: number }

function processes(): Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess)
  } catch {
    return []
  }
}

/** proc(5): behind the name in brackets come state and parent; user and system time are the 14th and 15th field of all. */
function readProcess(id: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [{ id: Number(id), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]
  } catch {
    return [] // It has ended meanwhile.
  }
}
