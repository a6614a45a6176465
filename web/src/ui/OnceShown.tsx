import { Alert, Button, CopyButton, Group, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** A secret that is shown now and never again. */
export function OnceShown({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput label={label} value={value} readOnly flex={1} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onFocus={(event) => event.currentTarget.select()} data-autofocus />
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}>{copied ? 'Copied' : 'Copy'}</Button>
          )}
        </CopyButton>
      </Group>
      <Alert color="gold" variant="light" mt="sm" py={6}>It is shown only now. Copy it before you close this.</Alert>
    </div>
  )
}
