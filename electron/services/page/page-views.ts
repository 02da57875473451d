// What a page shows beside the app itself: received mails, and reports for printing.
import type { Api } from '#shared/contract/index.ts'
import { mailView } from './mail-view.ts'
import type { PageSource } from './page.ts'
import { reportView } from './report-view.ts'

export const pageViews = ({ inbox, diagnose }: Pick<Api, 'inbox' | 'diagnose'>): Omit<PageSource, 'folder'> => ({
  mailView: (id) => mailView(inbox, id),
  reportView: (ids, language) => reportView(diagnose, ids, language),
})
