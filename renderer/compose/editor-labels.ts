// The names of the toolbar's buttons in the person's language.
import type { RichTextEditorLabels } from '@mantine/tiptap'
import { useTranslation } from 'react-i18next'

export function useEditorLabels(): Partial<RichTextEditorLabels> {
  const { t } = useTranslation('compose')
  return {
    boldControlLabel: t('bold'),
    italicControlLabel: t('italic'),
    underlineControlLabel: t('underline'),
    codeControlLabel: t('code'),
    linkControlLabel: t('link'),
    h2ControlLabel: t('heading'),
    bulletListControlLabel: t('bulletList'),
    orderedListControlLabel: t('orderedList'),
    blockquoteControlLabel: t('quote'),
    codeBlockControlLabel: t('codeBlock'),
    imageUploadControlLabel: t('picture'),
    clearFormattingControlLabel: t('clearFormatting'),
    linkEditorInputLabel: t('linkAddress'),
    linkEditorInputPlaceholder: 'https://',
    linkEditorExternalLink: t('linkExternal'),
    linkEditorInternalLink: t('linkInternal'),
    linkEditorSave: t('linkSave'),
  }
}
