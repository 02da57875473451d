// Passwords are refused as arguments: any user of the machine can read them there, and the shell's history keeps them.
const passwordArgument = /^-{1,2}(auth-|proxy-)?(pass(w(or)?d|code|phrase)?|pw|secret|token)(=|$)/i

/** The option that was used for a password, without its value. */
export function passwordOption(parameters: readonly string[]): string | null {
  const ending = parameters.indexOf('--')
  const options = ending === -1 ? parameters : parameters.slice(0, ending)
  const found = options.find((parameter) => passwordArgument.test(parameter))
  return found?.split('=')[0] ?? null
}
