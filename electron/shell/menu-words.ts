// What the menus and the questions of the desktop say, in the language of the settings.
import { app } from 'electron'
import type { Settings } from '#shared/values/settings.ts'

const english = {
  file: 'File',
  newMail: 'New Mail',
  settings: 'Settings…',
  closeWindow: 'Close Window',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  find: 'Find…',
  mail: 'Mail',
  send: 'Send',
  stop: 'Stop',
  view: 'View',
  compose: 'Compose',
  servers: 'Servers',
  diagnose: 'Diagnose',
  loopback: 'Loopback',
  settingsView: 'Settings',
  log: 'Protocol Log',
  palette: 'Command Palette',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  actualSize: 'Actual Size',
  fullScreen: 'Full Screen',
  developerTools: 'Developer Tools',
  window: 'Window',
  minimize: 'Minimize',
  help: 'Help',
  about: 'About Heloise',
  hide: 'Hide Heloise',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  services: 'Services',
  credits: 'Sends mail and makes SMTP visible.',
  leaveTitle: 'Something is still on its way',
  leaveDetail: 'A mail is being sent or a file is being attached. Closing the window stops it; the draft stays.',
  leave: 'Close and Stop',
  stay: 'Stay',
}
export type MenuWords = Readonly<typeof english>

const spanish: MenuWords = {
  file: 'Archivo',
  newMail: 'Correo nuevo',
  settings: 'Ajustes…',
  closeWindow: 'Cerrar ventana',
  quit: 'Salir',
  edit: 'Edición',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  find: 'Buscar…',
  mail: 'Correo',
  send: 'Enviar',
  stop: 'Detener',
  view: 'Ver',
  compose: 'Redactar',
  servers: 'Servidores',
  diagnose: 'Diagnóstico',
  loopback: 'Loopback',
  settingsView: 'Ajustes',
  log: 'Registro del protocolo',
  palette: 'Paleta de órdenes',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  actualSize: 'Tamaño real',
  fullScreen: 'Pantalla completa',
  developerTools: 'Herramientas de desarrollo',
  window: 'Ventana',
  minimize: 'Minimizar',
  help: 'Ayuda',
  about: 'Acerca de Heloise',
  hide: 'Ocultar Heloise',
  hideOthers: 'Ocultar otros',
  showAll: 'Mostrar todo',
  services: 'Servicios',
  credits: 'Envía correo y hace visible el SMTP.',
  leaveTitle: 'Hay algo todavía en camino',
  leaveDetail:
    'Se está enviando un correo o adjuntando un archivo. Al cerrar la ventana se detiene; el borrador se conserva.',
  leave: 'Cerrar y detener',
  stay: 'Quedarse',
}

let words: MenuWords = english

export function menuWords(): MenuWords {
  return words
}

/** `system` is the language of the desktop. */
export function speak(language: Settings['language']): void {
  const tag = language === 'system' ? app.getLocale() : language
  words = tag.toLowerCase().startsWith('es') ? spanish : english
}
