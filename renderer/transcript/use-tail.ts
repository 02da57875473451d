// Follows the end of the log until the person scrolls up, and again once they are back at the end. Each session keeps its place.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

type Tail = {
  readonly follows: boolean
  /** Rows that came since the end was last seen. */
  readonly fresh: number
  onScroll(): void
  toEnd(): void
}

type TailProps = {
  id: string
  scroller: RefObject<HTMLDivElement | null>
  count: number
  /** Heights in pixels: of all rows, and of what is seen of them. */
  size: number
  seen: number
  isRunning: boolean
}

/** Where each session was left: a distance from its beginning, or at its end. */
const places = new Map<string, number | 'end'>()
const near = 8

export function useTail({ id, scroller, count, size, seen, isRunning }: TailProps): Tail {
  const [follows, setFollows] = useState(() => (places.get(id) ?? (isRunning ? 'end' : 0)) === 'end')
  const known = useRef(count)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size is what asks for another scroll
  useLayoutEffect(() => {
    if (follows && scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight
    if (follows) known.current = count
  }, [follows, size, seen, count])

  useEffect(() => {
    const place = places.get(id)
    if (typeof place === 'number' && scroller.current) scroller.current.scrollTop = place
  }, [id, scroller])

  return {
    follows,
    fresh: Math.max(0, count - known.current),
    onScroll() {
      const element = scroller.current
      if (!element) return
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < near
      places.set(id, isAtEnd ? 'end' : element.scrollTop)
      setFollows(isAtEnd)
    },
    toEnd: () => setFollows(true),
  }
}
