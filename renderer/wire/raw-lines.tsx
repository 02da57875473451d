// Lines that are said as they are typed: where, what, and whether anything is added to them.
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hasControl } from '#shared/address/index.ts'
import { rawPlaces } from '#shared/values/wire-defaults.ts'
import type { RawLine } from '#shared/values/wire-options.ts'
import { useWire } from './editing.ts'
import { Mark } from './fields.tsx'
import classes from './wire.module.css'

const emptyLine: RawLine = { after: 'auth', text: '', isExact: false }

export function RawLines() {
  const { t } = useTranslation('wire')
  const { form, change, changed } = useWire()
  const { rawLines } = form
  const put = (index: number, line: RawLine) => change({ rawLines: rawLines.with(index, line) })
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.label}>
        {t('rawLines')} <Mark isShown={changed.has('rawLines')} />
      </legend>
      <p className={classes.why}>{t('rawLinesWhy')}</p>
      {rawLines.map((line, index) => (
        <Line
          key={index}
          line={line}
          number={index + 1}
          put={(next) => put(index, next)}
          remove={() => change({ rawLines: rawLines.toSpliced(index, 1) })}
        />
      ))}
      <Button
        mt={8}
        size="compact-xs"
        variant="default"
        data-wire="rawLines"
        leftSection={<IconPlus size={13} />}
        onClick={() => change({ rawLines: [...rawLines, emptyLine] })}
      >
        {t('rawAdd')}
      </Button>
    </fieldset>
  )
}

type LineProps = { line: RawLine; number: number; put(line: RawLine): void; remove(): void }

function Line({ line, number, put, remove }: LineProps) {
  const { t } = useTranslation('wire')
  const { faultAt } = useWire()
  const isWrong = !line.isExact && hasControl(line.text)
  return (
    <div className={classes.rawLine}>
      <NativeSelect
        size="xs"
        aria-label={t('rawAfter')}
        value={line.after}
        data={rawPlaces.map((value) => ({ value, label: `${t('rawAfter')}: ${t(`raw-${value}`)}` }))}
        onChange={({ currentTarget: { value } }) =>
          put({ ...line, after: rawPlaces.find((place) => place === value) ?? line.after })
        }
      />
      <ActionIcon aria-label={t('rawRemove', { number })} onClick={remove}>
        <IconTrash size={14} />
      </ActionIcon>
      <TextInput
        className={classes.rawText ?? ''}
        size="xs"
        data-wire="rawLines"
        aria-label={t('rawText', { number })}
        placeholder={line.isExact ? 'NOOP\\r\\n' : 'NOOP'}
        classNames={{ input: classes.mono ?? '', error: classes.fault ?? '' }}
        spellCheck={false}
        autoComplete="off"
        value={line.text}
        error={isWrong ? faultAt('rawLines') : null}
        onChange={(event) => put({ ...line, text: event.currentTarget.value })}
      />
      <Checkbox
        className={classes.rawText ?? ''}
        size="xs"
        label={t('rawExact')}
        classNames={{ description: classes.why ?? '' }}
        description={t('rawExactWhy')}
        checked={line.isExact}
        onChange={(event) => put({ ...line, isExact: event.currentTarget.checked })}
      />
    </div>
  )
}
