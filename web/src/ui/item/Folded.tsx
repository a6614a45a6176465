import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { t } from '~/lib/i18n'
import classes from './Folded.module.css'

/** A long text shows its beginning; one press shows the rest. */
export function Folded(props: { height: number; whole?: boolean; label: string; children: ReactNode }) {
  const inner = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [long, setLong] = useState(false)
  useEffect(() => {
    const element = inner.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setLong(element.scrollHeight > props.height * 1.25))
    observer.observe(element)
    return () => observer.disconnect()
  }, [props.height])
  const shown = open || props.whole || !long
  return (
    <div>
      <div className={classes.clip} style={shown ? undefined : { maxHeight: props.height }} data-folded={!shown || undefined}
        onFocusCapture={() => setOpen(true)}>
        <div ref={inner}>{props.children}</div>
      </div>
      {long && !props.whole && (
        <UnstyledButton className={classes.more} onClick={() => setOpen(!open)} aria-expanded={shown}>{shown ? t('Fold {what}', { what: props.label }) : t('Show all of {what}', { what: props.label })}</UnstyledButton>
      )}
    </div>
  )
}
