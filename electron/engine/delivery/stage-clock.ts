// How long each stage of a delivery took, over all its sessions.
import type { Stage } from '#shared/values/stage.ts'

export type StageClock = {
  enter(stage: Stage): void
  /** Milliseconds by stage, and `total`. */
  timings(): Record<string, number>
}

export function createStageClock(
  onStage: (stage: Stage) => void,
  now: () => number = () => performance.now(),
): StageClock {
  const began = now()
  const spent = new Map<Stage, number>()
  let current: Stage | null = null
  let since = began

  const settle = () => {
    if (current !== null) spent.set(current, (spent.get(current) ?? 0) + now() - since)
    since = now()
  }
  return {
    enter(stage) {
      settle()
      current = stage
      onStage(stage)
    },
    timings() {
      settle()
      // QUIT is a courtesy after the outcome is known.
      const stages = [...spent].filter(([stage]) => stage !== 'quit')
      return Object.fromEntries([...stages, ['total', now() - began] as const].map(([name, ms]) => [name, rounded(ms)]))
    },
  }
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000
