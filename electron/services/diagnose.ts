// The chapter `diagnose`: what a server offers, and what is wrong with it.
import { answer, inputError } from './answer.ts'
import type { ServiceTools } from './tools.ts'

export function createDiagnose(_tools: ServiceTools) {
  return {
    run: answer.diagnose.run.handler(() => {
      throw inputError('internal', {})
    }),
  }
}
