// The sign of a result, the same wherever one is shown.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CheckResult } from '#shared/values/report.ts'
import classes from './finding.module.css'

const icons = {
  pass: IconCircleCheck,
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  fail: IconCircleX,
  indeterminate: IconHelpCircle,
  skipped: IconCircleDashed,
} satisfies Record<CheckResult, unknown>

export function ResultIcon({ result }: { result: CheckResult }) {
  const { t } = useTranslation('finding')
  const Icon = icons[result]
  return <Icon size={17} className={classes.icon} data-result={result} aria-label={t(`result_${result}`)} />
}
