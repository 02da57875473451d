// A failure as `--json` has promised it: as it stands in a report.
export { failureJson } from '#shared/report/json.ts'
