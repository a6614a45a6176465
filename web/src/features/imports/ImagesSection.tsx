import { Button, FileButton, Group, List, Text, Title } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { imagesQuery, uploadImages } from '~/api/images'
import { bytes, count } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Fault } from '~/ui/Fault'

const listed = 20
const nobodyWatches = () => undefined

/** Pictures that items show: one at a time or as an archive, with whatever was left out named. */
export function ImagesSection({ projectId }: { projectId: string }) {
  const queryClient = useQueryClient()
  const images = useQuery(imagesQuery(projectId)).data?.items ?? []
  const uploading = useMutation({
    mutationFn: (file: File) => uploadImages(projectId, file, nobodyWatches),
    onSuccess: () => queryClient.invalidateQueries(imagesQuery(projectId)),
  })
  const done = uploading.data
  return (
    <section aria-labelledby="images-title">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={3} id="images-title" fz="h4">Pictures</Title>
          <Text size="sm" c="dimmed" maw="70ch">PNG, JPEG, GIF or WebP up to 5 MB, or a zip of them. Upload them before the items that show them; a text shows one as <code>![what it is](image:name.png)</code>.</Text>
        </div>
        <FileButton accept="image/png,image/jpeg,image/gif,image/webp,.zip" onChange={(file) => file && uploading.mutate(file)} disabled={uploading.isPending} inputProps={{ 'aria-label': 'Picture or zip of pictures' }}>
          {(props) => <Button {...props} variant="default" leftSection={<IconPhoto size={16} aria-hidden />} loading={uploading.isPending}>Upload pictures</Button>}
        </FileButton>
      </Group>
      <Fault error={uploading.error} />
      {done && (
        <div role="status">
          <Text size="sm" mt="xs">{count(done.stored, 'picture')} taken{done.refused.length > 0 ? `, ${done.refused.length} left out:` : '.'}</Text>
          {done.refused.length > 0 && <List size="sm">{done.refused.map((one) => <List.Item key={one.name}><b>{one.name}</b>: {one.message}</List.Item>)}</List>}
        </div>
      )}
      {images.length > 0 && (
        <>
          <CardTable least={420} verticalSpacing="xs" mt="sm" heads={<><Head>Name</Head><Head ta="right">Pixels</Head><Head ta="right">Size</Head></>}>
            {images.slice(0, listed).map((image) => (
              <Row key={image.id} className="tabular"><Cell>{image.name}</Cell><Cell under="Pixels" ta="right">{image.width} × {image.height}</Cell><Cell under="Size" ta="right">{bytes(image.size)}</Cell></Row>
            ))}
          </CardTable>
          {images.length > listed && <Text size="xs" c="dimmed">The newest {listed} of {images.length}.</Text>}
        </>
      )}
    </section>
  )
}
