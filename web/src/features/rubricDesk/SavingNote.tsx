import type { Saving } from './useGuidelineDraft'

/** Whether what was typed is safe, and what is being written. */
export function SavingNote({ saving, version }: { saving: Saving; version: number }) {
  const words = saving.state === 'conflict' ? 'Not saved yet: somebody else changed the same part. What you type is kept in this browser.' : saving.state === 'failed' ? `Not saved on the server yet; kept in this browser and tried again. ${saving.because}` : saving.state === 'saved' ? 'Everything is saved.' : 'Saving …'
  return <>Version {version}, a draft until you publish it. <span role="status">{words}</span></>
}
