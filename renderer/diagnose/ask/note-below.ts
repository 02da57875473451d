// The notes of the fields stand below them, so that fields beside each other stay on one line however long their notes are.
import type { InputWrapperProps } from '@mantine/core'

export const noteBelow: Pick<InputWrapperProps, 'inputWrapperOrder'> = {
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
}
