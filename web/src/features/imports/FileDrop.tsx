import { Button, FileButton, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import classes from './FileDrop.module.css'

const accepted = '.jsonl,.ndjson,.json,.csv,.tsv,.gz'

/** Takes one file, dropped or chosen. */
export function FileDrop({ disabled, onFile }: { disabled: boolean; onFile: (file: File) => void }) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !disabled) onFile(file)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div className={classes.drop} data-over={over || undefined} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <IconFileUpload size={34} stroke={1.4} aria-hidden />
      <Text fw={500}>Drop a file here</Text>
      <Text size="sm" c="dimmed">JSONL or CSV, also compressed as .gz. A hundred thousand items in one go are fine.</Text>
      <FileButton accept={accepted} onChange={(file) => file && onFile(file)} disabled={disabled} inputProps={{ 'aria-label': 'File of items' }}>
        {(props) => <Button {...props} variant="default" mt="xs" loading={disabled}>Choose a file</Button>}
      </FileButton>
    </div>
  )
}
