// Until when a wait may last.

/** A moment of performance.now(), and how many seconds it was away: for the error that names them. */
export type Deadline = { readonly at: number; readonly seconds: number }

export const deadlineIn = (seconds: number): Deadline => ({ at: performance.now() + seconds * 1000, seconds })
