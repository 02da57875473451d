// A folder that a server takes for the whole machine (chroot): its unpacked package, the libraries of this machine that it
// needs, and accounts of its own. So mail servers run side by side that cannot be installed beside each other.
import { chown, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runProgram } from '../mail-server/run-program.ts'

export type Account = { readonly name: string; readonly id: number; readonly home?: string }

export type RootWish = {
  readonly directory: string
  /** The folder with the package's file, and with those of the libraries that this machine lacks. */
  readonly packages: string
  /** Programs of the package, as they are found inside. */
  readonly programs: readonly string[]
  /** Files of this machine that are to be inside too, at the same place. */
  readonly borrowed: readonly string[]
  readonly accounts: readonly Account[]
}

export async function makeOwnRoot(wish: RootWish): Promise<void> {
  const { directory, packages, programs, borrowed, accounts } = wish
  for (const file of await readdir(packages)) {
    if (file.endsWith('.deb')) await runProgram('dpkg-deb', ['--extract', join(packages, file), directory])
  }
  for (const file of borrowed) await borrow(directory, file)
  for (const library of await librariesOf(directory, [
    ...programs.map((program) => join(directory, program)),
    ...borrowed,
  ]))
    await borrow(directory, library)
  await makeDevices(directory)
  await makeAccounts(directory, accounts)
}

/** A folder inside, for an account of its own. */
export async function makeFolderFor(directory: string, path: string, owner: number): Promise<void> {
  const folder = join(directory, path)
  await mkdir(folder, { recursive: true })
  await chown(folder, owner, owner)
}

async function borrow(directory: string, file: string): Promise<void> {
  const target = join(directory, file)
  await mkdir(dirname(target), { recursive: true })
  await copyFile(file, target)
}

/** Those of this machine; what the package brought is there already. */
async function librariesOf(directory: string, files: readonly string[]): Promise<Set<string>> {
  const own = [...(await libraryFolders(directory))].join(':')
  const lists = await Promise.all(files.map((file) => runProgram('env', [`LD_LIBRARY_PATH=${own}`, 'ldd', file])))
  const found = lists.join('').matchAll(/^\s*(?:\S+ => )?(\/\S+) \(0x/gm)
  return new Set([...found].map(([, file]) => file ?? '').filter((file) => !file.startsWith(directory)))
}

async function libraryFolders(directory: string): Promise<Set<string>> {
  const files = await readdir(directory, { recursive: true, withFileTypes: true })
  return new Set(files.filter(({ name }) => /\.so(\.|$)/.test(name)).map(({ parentPath }) => parentPath))
}

async function makeDevices(directory: string): Promise<void> {
  await mkdir(join(directory, 'dev'), { recursive: true })
  for (const [name, minor] of [
    ['null', '3'],
    ['urandom', '9'],
  ] as const)
    await runProgram('mknod', ['--mode=666', join(directory, 'dev', name), 'c', '1', minor])
}

async function makeAccounts(directory: string, accounts: readonly Account[]): Promise<void> {
  const all = [{ name: 'root', id: 0 }, ...accounts]
  const line = ({ name, id, home = '/' }: Account) => `${name}:x:${id}:${id}::${home}:/bin/sh\n`
  await mkdir(join(directory, 'etc'), { recursive: true })
  await writeFile(join(directory, 'etc/passwd'), all.map(line).join(''))
  await writeFile(join(directory, 'etc/group'), all.map(({ name, id }) => `${name}:x:${id}:\n`).join(''))
  await writeFile(join(directory, 'etc/hosts'), '127.0.0.1 localhost\n::1 localhost\n')
  await writeFile(join(directory, 'etc/nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files\n')
}
