// Opens the person's browser, where there is one to be seen.
/** Nothing is said when it fails: the address is printed all the same. */
export async function openBrowser(address: string): Promise<void> {
  if (!hasScreen()) return
  const { default: open } = await import('open')
  await open(address).catch(() => undefined)
}

/** On Linux a browser needs a desktop; inside WSL it is that of Windows. */
function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME)
}
