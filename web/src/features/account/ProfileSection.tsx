import { Button, Group, NumberInput, Select, Stack, TagsInput, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { profileQuery, saveProfile, type Profile } from '~/api/session'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'

/** What a trainer says of themselves; work that asks for a language or a field is handed out by it. */
export function ProfileSection() {
  const profile = useQuery(profileQuery)
  return (
    <section aria-labelledby="profile">
      <Title order={2} fz="h4" mb={4} id="profile">{t('Profile')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('Some tasks ask for a language or a field of expertise. You are handed those that fit what you say here, so say only what is true of you.')}</Text>
      <Loaded query={profile} lines={4}>{(found) => <Form stored={found} />}</Loaded>
    </section>
  )
}

function Form({ stored }: { stored: Profile }) {
  const queryClient = useQueryClient()
  const [typed, setDraft] = useState(stored)
  // The browser's own zone may come a moment later than the form.
  const draft = { ...typed, timeZone: typed.timeZone ?? stored.timeZone }
  const set = (change: Partial<Profile>) => setDraft({ ...draft, ...change })
  const saving = useMutation({
    mutationFn: () => saveProfile(draft),
    onSuccess: (saved) => {
      setDraft(saved)
      queryClient.setQueryData(profileQuery.queryKey, saved)
    },
  })
  const changed = JSON.stringify(draft) !== JSON.stringify(stored)
  return (
    <Stack gap="sm">
      <TagsInput label={t('Languages')} description={t('Each one on its own, by its name or its code: press Enter after each.')} value={draft.languages} onChange={(languages) => set({ languages })} acceptValueOnBlur />
      <TagsInput label={t('Fields of expertise')} description={t('For instance law, medicine or software.')} value={draft.expertise} onChange={(expertise) => set({ expertise })} acceptValueOnBlur />
      <Group gap="sm" align="flex-start" grow>
        <NumberInput label={t('Hours a week')} min={0} max={168} allowDecimal={false} value={draft.weeklyHours ?? ''} onChange={(value) => set({ weeklyHours: value === '' ? null : Number(value) })} />
        <Select label={t('Time zone')} searchable data={zones(draft.timeZone)} value={draft.timeZone} onChange={(timeZone) => set({ timeZone })} allowDeselect={false} limit={100} nothingFoundMessage={t('No time zone of this name')} />
      </Group>
      <Text size="sm" c="dimmed">{t('Your day begins at midnight there: what you did and earned today, and what you see of sensitive content in a day, are counted by it. When you change it, the day that is running is counted to its end first.')}</Text>
      <Textarea label={t('About you')} autosize minRows={2} maxRows={8} maxLength={20000} value={draft.about} onChange={(event) => set({ about: event.currentTarget.value })} />
      <Fault error={saving.error} />
      <Group gap="sm"><Button variant="default" disabled={!changed} loading={saving.isPending} onClick={() => saving.mutate()}>{t('Save the profile')}</Button>{saving.isSuccess && !changed && <Text size="sm" role="status">{t('The profile is saved.')}</Text>}</Group>
    </Stack>
  )
}

/** What the browser knows, and what the account has from elsewhere. */
function zones(own: string | null): string[] {
  return [...new Set(['UTC', ...(own ? [own] : []), ...Intl.supportedValuesOf('timeZone')])].sort()
}
