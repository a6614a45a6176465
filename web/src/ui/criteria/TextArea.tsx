import { Textarea } from '@mantine/core'
import type { CSSProperties } from 'react'
import { t } from '~/lib/i18n'
import { isThin } from './lastWords'
import classes from './TextArea.module.css'

/** A text field that grows and counts, quietly, towards what is asked for. */
export function TextArea(props: {
  label: string; value: string; least?: number | null | undefined; most?: number | null | undefined; readOnly?: boolean | undefined; rows?: number; field?: string; placeholder?: string
  visibleLabel?: boolean; repeated?: boolean; onChange: (text: string) => void
}) {
  const length = props.value.trim().length
  const short = props.least ? length < props.least : false
  const long = props.most ? length > props.most : false
  const hint = short ? t('{length} of at least {least} characters', { length, least: props.least! }) : long ? t('{length} of at most {most} characters', { length, most: props.most! })
    : props.repeated ? t('The same words as in your last task. Fine if they are true of this one too.')
    : props.least && !props.readOnly && isThin(props.value) ? t('Whoever reads this learns most from what is wrong or right, and where.') : null
  return (
    <Textarea rows={props.rows ?? 3} classNames={{ input: classes.grows }} styles={{ input: { '--rows': props.rows ?? 3 } as CSSProperties }} value={props.value} readOnly={props.readOnly ?? false} placeholder={props.placeholder ?? ''}
      {...(props.visibleLabel ? { label: props.label } : { 'aria-label': props.label })} data-field={props.field} spellCheck
      description={hint} inputWrapperOrder={['label', 'input', 'description']} onChange={(event) => props.onChange(event.currentTarget.value)} />
  )
}
