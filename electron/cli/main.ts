#!/usr/bin/env node
// The command line's entry: what a command needs of this process, and the status it ends with.
import { runProgram } from './program.ts'
import { terminalOfProcess } from './terminal.ts'

const terminal = terminalOfProcess()
process.exitCode = await runProgram(process.argv.slice(2), terminal)
terminal.close()
// After Ctrl-C nothing is waited for, such as a name that is still being looked up.
if (terminal.signal.aborted) process.exit()
