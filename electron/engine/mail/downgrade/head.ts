// The head of a mail or of one of its parts: its fields as they stand, and what they say of the octets below.
import { parseHeaderValue } from 'nodemailer/lib/mime-funcs'
import { Obstacle } from './obstacle.ts'

export type Field = {
  /** In lower case. */
  readonly name: string
  /** With its continuation lines and line ends, as it stands. */
  readonly octets: Buffer
}

export type Head = {
  readonly fields: readonly Field[]
  /** The empty line below; nothing where a part ends with its head. */
  readonly blank: Buffer
  /** In lower case; what RFC 2045 §5.2 and RFC 2046 §5.1.5 have for a head that does not say. */
  readonly type: string
  readonly boundary: string | null
  /** In lower case; `7bit` where the head does not say (RFC 2045 §6.1). */
  readonly encoding: string
}

/** `lines`: whole ones, the empty one below the head included. */
export function parseHead(lines: readonly Buffer[], usualType: string): Head {
  const last = lines.at(-1)
  const hasBlank = last?.equals(lineEnd) === true
  const fields = fieldsOf(hasBlank ? lines.slice(0, -1) : lines)
  const stated = statedIn(fields, 'content-type')
  const { value, params } = parseHeaderValue(stated ?? usualType, { stripComments: true })
  return {
    fields,
    blank: hasBlank ? lineEnd : Buffer.alloc(0),
    type: value.trim().toLowerCase(),
    boundary: params.boundary ?? null,
    encoding: (statedIn(fields, 'content-transfer-encoding') ?? '7bit')
      .replace(/\(.*\)|;.*/g, '')
      .trim()
      .toLowerCase(),
  }
}

export const hasField = ({ fields }: Head, names: RegExp): string | null =>
  fields.find(({ name }) => names.test(name))?.name ?? null

/** Unfolded (RFC 5322 §2.2.3), an octet a letter. */
export const fieldValue = ({ octets }: Field): string =>
  octets
    .toString('latin1')
    .replace(/^[^:]*:/, '')
    .replace(/\r\n(?=[ \t])/g, '')
    .trim()

const lineEnd = Buffer.from('\r\n')

function fieldsOf(lines: readonly Buffer[]): Field[] {
  const groups: Buffer[][] = []
  for (const line of lines) {
    const isContinued = line[0] === 0x20 || line[0] === 0x09
    if (isContinued) groups.at(-1)?.push(line)
    else groups.push([line])
    if (isContinued && groups.length === 0) throw new Obstacle('a line of a header is none')
  }
  return groups.map((group) => {
    const octets = Buffer.concat(group)
    const text = octets.toString('latin1')
    const name = /^([!-9;-~]+)[ \t]*:/.exec(text)?.[1]
    // RFC 5322 §2.2: a line of printable signs, with nothing of a line end in it.
    if (name === undefined || /\0|\r(?!\n)/.test(text)) throw new Obstacle('a line of a header is none')
    return { name: name.toLowerCase(), octets }
  })
}

/** Two of a kind would be read differently by different readers. */
function statedIn(fields: readonly Field[], name: string): string | null {
  const found = fields.filter((field) => field.name === name)
  if (found.length > 1) throw new Obstacle(`the header ${name} stands twice`)
  return found[0] === undefined ? null : fieldValue(found[0])
}
