// Delivering: what the doors of the engine ask of this room.
export { askServer } from './ask-server.ts'
export { checkAccess } from './check-access.ts'
export { deliver } from './deliver.ts'
export { deliverMany } from './deliver-many.ts'
export { fetchCertificate } from './fetch-certificate.ts'
export type { Access, DeliveryOrder, DeliveryTools } from './order.ts'
