export function GuidelinePage() {
  return null
}
