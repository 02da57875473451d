// The diagnosis of a mail server.
export { budgetOf } from './budget.ts'
export { catalogue } from './catalogue.ts'
export { diagnose } from './diagnose.ts'
export type { DiagnoseTarget, DiagnoseTools } from './diagnose-order.ts'
export type { DiagnoseAccess } from './plan.ts'
export type { SenderWish } from './records/sender.ts'
export { createSink, type Sink } from './sink.ts'
export { parseTarget } from './target.ts'
