// What runs now, in any feature: the status bar shows it with a Stop.
import { createStore } from 'zustand/vanilla'

export type Task = { readonly id: string; readonly label: string; stop(): void }

export const taskStore = createStore<{ tasks: readonly Task[] }>()(() => ({ tasks: [] }))

/** Shows a task until the returned function is called. */
export function beginTask(label: string, stop: () => void): () => void {
  const task: Task = { id: crypto.randomUUID(), label, stop }
  taskStore.setState(({ tasks }) => ({ tasks: [...tasks, task] }))
  return () => taskStore.setState(({ tasks }) => ({ tasks: tasks.filter((other) => other.id !== task.id) }))
}

export function stopTasks(): void {
  for (const task of taskStore.getState().tasks) task.stop()
}
