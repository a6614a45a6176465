import type { Import } from '~/api/imports'

export function importWord(one: Import): { word: string; color: string } {
  switch (one.state) {
    case 'UPLOADED': return { word: 'Waits for mapping', color: 'gold' }
    case 'RUNNING': return { word: 'Running', color: 'pine' }
    case 'FAILED': return { word: 'Stopped', color: 'clay' }
    case 'DONE': return one.errorCount > 0 ? { word: 'Done, with bad lines', color: 'gold' } : { word: 'Done', color: 'pine' }
  }
}
