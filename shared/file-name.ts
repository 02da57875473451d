// The name of a file that is taken away: what it is of, and when that was, as any file system takes them.
export function fileName(title: string, startedAt: Date, extension: string): string {
  const name = title.replace(/[^\p{L}\p{N}._@-]+/gu, ' ').trim() || 'Heloise'
  const time = startedAt.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')
  return `${name} ${time}.${extension}`
}
