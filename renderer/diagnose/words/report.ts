import { words } from '../../ui/words.ts'

/** The parts of a report, and the files it is saved as. */
export const reportWords = words({
  en: {
    report: 'Report',
    copyReport: 'Copy as Markdown',
    reportCopied: 'The report is in the clipboard.',
    tab_map: 'Map',
    tab_offers: 'What it offers',
    tab_tls: 'TLS',
    tab_records: 'Records',
    showTab: 'Diagnosis: {{tab}}',
    format_markdown: 'Markdown',
    format_html: 'HTML',
    format_json: 'JSON',
    format_pdf: 'PDF',
    saveReport: 'Save as {{format}}',
  },
  es: {
    report: 'Informe',
    copyReport: 'Copiar como Markdown',
    reportCopied: 'El informe está en el portapapeles.',
    tab_map: 'Mapa',
    tab_offers: 'Qué ofrece',
    tab_tls: 'TLS',
    tab_records: 'Registros DNS',
    showTab: 'Diagnóstico: {{tab}}',
    format_markdown: 'Markdown',
    format_html: 'HTML',
    format_json: 'JSON',
    format_pdf: 'PDF',
    saveReport: 'Guardar como {{format}}',
  },
})
