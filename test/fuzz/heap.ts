// How much memory is in use once what nobody uses is gone.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** MiB of the heap and of the buffers outside it. */
export function collectGarbage(): number {
  if (typeof collect !== 'function') throw new Error('This Node cannot be asked to collect its garbage.')
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1024 / 1024
}
