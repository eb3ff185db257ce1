export { spellCertificate, type Certificate } from './certificate.ts'
export { createErasures, type Erasures } from './erasures.ts'
export { verifyCertificate } from './verify.ts'
