// The fields of 'On the wire', each bound to its place: its label, the mark that it is otherwise than usual, and its fault.
import { Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useWire } from './editing.ts'
import type { WireField } from './places.ts'
import classes from './wire.module.css'

/** The list of what is changed tells it to those who do not see it. */
export const Mark = ({ isShown }: { isShown: boolean }) =>
  isShown ? <span className={classes.mark} aria-hidden /> : null

type FieldProps = {
  place: WireField
  /** Another than that of the place, of which it is a part. */
  label?: string
  why?: string
}

type TextFieldProps = FieldProps & {
  value: string
  placeholder?: string
  type?: 'datetime-local'
  inputMode?: 'numeric'
  /** One value a line. */
  hasLines?: boolean
  set(value: string): void
}

export function TextField({ place, label, why, value, hasLines = false, set, ...rest }: TextFieldProps) {
  const { t } = useTranslation('wire')
  const { changed, faultAt } = useWire()
  const props = {
    ...rest,
    size: 'xs',
    'data-wire': place,
    label: (
      <>
        {label ?? t(place)} <Mark isShown={label === undefined && changed.has(place)} />
      </>
    ),
    description: why,
    inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const],
    classNames: {
      label: classes.label ?? '',
      input: classes.mono ?? '',
      error: classes.fault ?? '',
      description: classes.why ?? '',
    },
    spellCheck: false,
    autoComplete: 'off',
    value,
    error: faultAt(place),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => set(event.currentTarget.value),
  }
  return hasLines ? <Textarea {...props} autosize minRows={2} maxRows={6} /> : <TextInput {...props} />
}

type ChoiceProps<Value extends string> = FieldProps & {
  value: Value
  options: readonly { readonly value: Value; readonly label: string }[]
  set(value: Value): void
}

export function Choice<Value extends string>({ place, label, why, value, options, set }: ChoiceProps<Value>) {
  const { t } = useTranslation('wire')
  const { changed } = useWire()
  const id = useId()
  return (
    <div>
      <p className={classes.label} id={id}>
        {label ?? t(place)} <Mark isShown={label === undefined && changed.has(place)} />
      </p>
      <SegmentedControl
        size="xs"
        className={classes.choice ?? ''}
        data-wire={place}
        aria-labelledby={id}
        value={value}
        data={[...options]}
        onChange={set}
      />
      {why && <p className={classes.why}>{why}</p>}
    </div>
  )
}

type TickProps = FieldProps & { checked: boolean; set(checked: boolean): void }

export function Tick({ place, label, checked, set }: TickProps) {
  const { t } = useTranslation('wire')
  const { changed } = useWire()
  return (
    <Checkbox
      size="xs"
      data-wire={place}
      label={
        <>
          {label ?? t(place)} <Mark isShown={label === undefined && changed.has(place)} />
        </>
      }
      checked={checked}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  )
}
