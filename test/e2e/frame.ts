// Parts of the frame that a test waits for or presses, in either language.
import type { Locator, Page } from '@playwright/test'

/** The screens at the left; it is there once the window is ready. */
export function rail(page: Page): Locator {
  return page.getByRole('navigation', { name: /^(Screens|Pantallas)$/ })
}
