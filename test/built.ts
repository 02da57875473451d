// What is tested as a program is the built app, built anew where its source is newer.
export { buildIfStale as setup } from '../build/built.ts'
