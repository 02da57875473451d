// Whether the person, or a test, wants passwords kept in memory alone: `HELOISE_KEYRING=none`.
import { memoryVault, type Vault } from '../storage/index.ts'

/** For the options of openHeloise, which without it takes the keyring of the operating system. */
export function chosenVault(): { readonly vault?: Vault } {
  return process.env.HELOISE_KEYRING === 'none' ? { vault: memoryVault() } : {}
}
