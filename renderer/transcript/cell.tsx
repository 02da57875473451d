// A cell of the grid of rows. The grid itself has the focus and points at its row.
import type { ComponentProps } from 'react'

export function Cell(props: ComponentProps<'span'>) {
  // biome-ignore lint/a11y/useFocusableInteractive: as above
  // biome-ignore lint/a11y/useSemanticElements: a table cannot be shown a part at a time
  return <span role="gridcell" {...props} />
}
