// RFC references as links that open outside.
import { Anchor } from '@mantine/core'
import { rfcLinks } from '#shared/explain/rfc.ts'

export function ReferenceLinks({ reference }: { reference: string }) {
  return rfcLinks(reference).map(({ label, url }) => (
    <Anchor key={label} href={url} target="_blank" rel="noreferrer" fz="xs" mr={8}>
      {label}
    </Anchor>
  ))
}
