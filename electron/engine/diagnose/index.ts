// The diagnosis of a mail server.
export { type DiagnoseTarget, type DiagnoseTools, diagnose } from './diagnose.ts'
export type { DiagnoseAccess } from './plan.ts'
