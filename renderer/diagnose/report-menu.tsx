// Takes a report, or a comparison, away: as a file, or as Markdown in the clipboard.
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconCopy, IconFileExport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAppInfo } from '../ui/app-info.ts'
import { savedFormats, saveReport, type Takeable } from './save-report.ts'

export function ReportMenu({ taken, name }: { taken: Takeable; name: string }) {
  const { t } = useTranslation('diagnose')
  const { door } = useAppInfo()
  const copy = async () => {
    await navigator.clipboard.writeText(taken.exported('markdown').text)
    notifications.show({ message: t('reportCopied'), autoClose: 3500 })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {savedFormats.map((format) => (
          <Menu.Item
            key={format}
            leftSection={<IconFileExport size={15} />}
            onClick={() => void saveReport(taken, format, door)}
          >
            {t('saveReport', { format: t(`format_${format}`) })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void copy()}>
          {t('copyReport')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
