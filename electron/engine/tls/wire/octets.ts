// Whole numbers and length-prefixed vectors, as TLS writes them (RFC 8446 §3), out of octets and into them.

/** What came is not what the grammar allows; `message` says where and how. */
export class MalformedTls extends Error {
  override readonly name = 'MalformedTls'
}

/** Reads octets from the front; `what` names them in the error that is thrown when they end too early. */
export class OctetReader {
  readonly #octets: Buffer
  readonly #what: string
  #at = 0

  constructor(octets: Buffer, what: string) {
    this.#octets = octets
    this.#what = what
  }

  get left(): number {
    return this.#octets.length - this.#at
  }

  uint8 = (): number => this.take(1).readUInt8()
  uint16 = (): number => this.take(2).readUInt16BE()
  uint24 = (): number => this.take(3).readUIntBE(0, 3)
  uint32 = (): number => this.take(4).readUInt32BE()

  vector8 = (): Buffer => this.take(this.uint8())
  vector16 = (): Buffer => this.take(this.uint16())
  vector24 = (): Buffer => this.take(this.uint24())

  take(length: number): Buffer {
    if (length > this.left) {
      throw new MalformedTls(`${this.#what} is cut short: ${length} octets are missing where ${this.left} are left`)
    }
    this.#at += length
    return this.#octets.subarray(this.#at - length, this.#at)
  }

  /** Two-octet numbers up to the end. */
  uint16s(): number[] {
    const numbers: number[] = []
    while (this.left > 0) numbers.push(this.uint16())
    return numbers
  }

  end(): void {
    if (this.left > 0) throw new MalformedTls(`${this.#what} has ${this.left} octets behind its end`)
  }
}

export const uint8 = (number: number): Buffer => Buffer.from([number])

export function uint16(...numbers: readonly number[]): Buffer {
  const octets = Buffer.alloc(numbers.length * 2)
  numbers.forEach((number, index) => void octets.writeUInt16BE(number, index * 2))
  return octets
}

export function uint24(number: number): Buffer {
  const octets = Buffer.alloc(3)
  octets.writeUIntBE(number, 0, 3)
  return octets
}

export const vector8 = (...parts: readonly Uint8Array[]): Buffer => vector(uint8, parts)
export const vector16 = (...parts: readonly Uint8Array[]): Buffer => vector(uint16, parts)
export const vector24 = (...parts: readonly Uint8Array[]): Buffer => vector(uint24, parts)

function vector(length: (number: number) => Buffer, parts: readonly Uint8Array[]): Buffer {
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([length(total), ...parts])
}
