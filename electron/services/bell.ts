// The bell of the engine, for what is above it too: the doors do not look into the engine.
export { type Bell, createBell } from '../engine/net/bell.ts'
