import { createContext } from 'react'

/** Where the pictures of an item are fetched from; null where texts show none. */
export const PicturesContext = createContext<string | null>(null)

export const leasePictures = (leaseId: string) => `/api/v1/leases/${leaseId}/images/`
export const projectPictures = (projectId: string) => `/api/v1/projects/${projectId}/images/`

const reference = /^image:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** The address of a picture that a text names; null for anything else. */
export function pictureAddress(base: string | null, source: string | undefined): string | null {
  const id = source === undefined ? null : reference.exec(source)?.[1]
  return base !== null && id ? base + id : null
}
