// What is said of a scenario.
import type { Words } from '../../values/settings.ts'

/** `happens`: one sentence, what a session will show. */
export type ScenarioText = { readonly name: Words; readonly happens: Words }
