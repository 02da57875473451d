// The rich text editor with its small toolbar.
import { getUploadImageExtension, RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.layer.css'
import Placeholder from '@tiptap/extension-placeholder'
import { useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { styleNonce } from '../ui/nonce.ts'
import { attachPicture } from './attach.ts'
import classes from './body.module.css'
import type { OpenDraft } from './composer.ts'
import { useEditorLabels } from './editor-labels.ts'
import { Picture, parsePicture } from './picture-node.ts'
import { withoutUnfinished } from './pictures.ts'
import { htmlOf, richExtensions } from './rich-schema.ts'
import { composerStore } from './store.ts'

export default function RichEditor({ open, formatSwitch }: { open: OpenDraft; formatSwitch: ReactNode }) {
  const { t } = useTranslation('compose')
  const placeholder = t('writeHere')
  const extensions = useMemo(
    () => [
      ...richExtensions,
      getUploadImageExtension(Picture, { onImageUpload: attachPicture }).extend({ parseHTML: parsePicture }),
      Placeholder.configure({ placeholder }),
    ],
    [placeholder],
  )
  const editor = useEditor({
    extensions,
    content: open.draft.html,
    injectNonce: styleNonce(),
    editorProps: {
      attributes: { 'aria-label': t('text'), role: 'textbox', 'aria-multiline': 'true', 'data-field': 'body' },
    },
    onUpdate: ({ editor }) => composerStore.getState().edit({ html: withoutUnfinished(htmlOf(editor.state.doc)) }),
    onBlur: () => void composerStore.getState().save(),
  })
  const { revision } = open
  useEffect(() => {
    const { situation } = composerStore.getState()
    if (revision > 0 && situation.kind === 'open')
      editor.commands.setContent(situation.draft.html, { emitUpdate: false })
  }, [editor, revision])

  return (
    <RichTextEditor
      editor={editor}
      variant="subtle"
      labels={useEditorLabels()}
      withCodeHighlightStyles={false}
      className={classes.body ?? ''}
      classNames={{ content: classes.content ?? '', toolbar: classes.bar ?? '', controlsGroup: classes.group ?? '' }}
    >
      <RichTextEditor.Toolbar role="toolbar" aria-label={t('formatting')}>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline className={classes.roomy ?? ''} />
          <RichTextEditor.Code className={classes.roomy ?? ''} />
          <RichTextEditor.Link />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.H2 />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.ImageUpload />
          <RichTextEditor.ClearFormatting className={classes.roomy ?? ''} />
        </RichTextEditor.ControlsGroup>
        {formatSwitch}
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  )
}
