// A command line that cannot be obeyed: said in one sentence, before anything is sent.
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
