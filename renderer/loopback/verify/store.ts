// The one verification of the window.
import { api } from '../../channel/api.ts'
import { createVerify } from './verify.ts'

export const verifyStore = createVerify(api)
