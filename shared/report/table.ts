// A table of a report in one language: a heading, the names of its columns, and rows of cells.
export type ReportTable = {
  readonly heading: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** None where there is nothing in it. */
export const tableOf = (heading: string, columns: readonly string[], rows: ReportTable['rows']): ReportTable[] =>
  rows.length === 0 ? [] : [{ heading, columns, rows }]
