// Whether something happens before the time is up, and before Stop.

/** `hear` is given what to say when it happened, and when it cannot happen any more. */
export function happensInTime(
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
  hear: (happened: () => void, failed: () => void) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isGood: boolean) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
      resolve(isGood)
    }
    const giveUp = () => end(false)
    const timer = setTimeout(giveUp, seconds * 1000)
    signal.addEventListener('abort', giveUp)
    hear(() => end(true), giveUp)
  })
}
