// Where the main window was and how large, kept between runs, and made sane for the displays that are there now.
import { readFileSync, writeFileSync } from 'node:fs'

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type WindowState = { readonly bounds: Rectangle | null; readonly isMaximized: boolean }
export type Placement = { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number }

export const smallest = { width: 900, height: 600 }
const usual = { width: 1280, height: 860 }

/** A window must show at least this much of itself on some display, so that it can be found and moved. */
const visibleEdge = 120

/** `workAreas`: of every display, the main one first. Without a position the desktop chooses one. */
export function placement(state: WindowState, workAreas: readonly Rectangle[]): Placement {
  const [main] = workAreas
  const { bounds } = state
  if (!bounds) return fitted(usual, main)
  const home = workAreas.find((area) => isReachable(bounds, area))
  const size = fitted(bounds, home ?? main)
  return home ? { ...size, x: bounds.x, y: Math.max(bounds.y, home.y) } : size
}

export function readWindowState(file: string): WindowState {
  try {
    return parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { bounds: null, isMaximized: false }
  }
}

/** A place that cannot be kept is no reason to stop anyone from closing a window. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch (error) {
    console.warn('The place of the window could not be kept:', error)
  }
}

export function parse(value: unknown): WindowState {
  const { bounds = null, isMaximized = false } = isRecord(value) ? value : {}
  return { bounds: isRectangle(bounds) ? bounds : null, isMaximized: isMaximized === true }
}

function fitted(size: { width: number; height: number }, area: Rectangle | undefined): Placement {
  const clamp = (wanted: number, least: number, most = Infinity) => Math.min(most, Math.max(least, wanted))
  return {
    width: clamp(size.width, smallest.width, area?.width),
    height: clamp(size.height, smallest.height, area?.height),
  }
}

/** Its title bar can be grasped: enough of its width is inside, and its top is. */
function isReachable(window: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return overlap >= visibleEdge && window.y >= area.y - 16 && window.y <= area.y + area.height - visibleEdge
}

function isRectangle(value: unknown): value is Rectangle {
  return isRecord(value) && ['x', 'y', 'width', 'height'].every((key) => Number.isSafeInteger(value[key]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
