// Why a mail cannot be written anew: found deep inside of it, told to whoever asked.
export class Obstacle extends Error {
  /** A clause, such as `it has no MIME-Version header`. */
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.name = 'Obstacle'
    this.reason = reason
  }
}
