// Round values for the axis of a picture.

/** From 0, at most six, in steps of 1, 2 or 5 times a power of ten; none so near the end that its text would stand over it. */
export function ticksOf(end: number): readonly number[] {
  const rough = end / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10)
  return Array.from({ length: Math.floor((end * 0.93) / step) + 1 }, (_, place) => place * step)
}
