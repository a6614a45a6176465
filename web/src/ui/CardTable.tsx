import { Table, type TableProps, type TableTdProps, type TableThProps, type TableTrProps } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import classes from './CardTable.module.css'

type Props = TableProps & { heads: ReactNode; least: number; lead?: string }

/**
 * A table that becomes a card for each row where the screen is narrow; the roles say that it is still a table.
 *
 * @param lead what the heads that are kept there are for
 */
export function CardTable({ heads, least, lead, children, ...rest }: Props) {
  return (
    <div className={classes.frame}>
      <Table verticalSpacing="sm" {...rest} role="table" className={classes.table} style={{ '--least': `${least}px` } as CSSProperties}>
        <Table.Thead role="rowgroup"><Table.Tr role="row" data-lead={lead}>{heads}</Table.Tr></Table.Thead>
        <Table.Tbody role="rowgroup">{children}</Table.Tbody>
      </Table>
    </div>
  )
}

/** The head of a column; on cards each cell names it, so that it shows there only where it does more. */
export function Head({ kept = false, ...rest }: TableThProps & { kept?: boolean }) {
  return <Table.Th role="columnheader" data-kept={kept || undefined} {...rest} />
}

export function Row(props: TableTrProps) {
  return <Table.Tr role="row" {...props} />
}

export function RowHead(props: TableThProps) {
  return <Table.Th role="rowheader" scope="row" fw={500} {...props} />
}

/** @param under what stands before it on a card; without it the content speaks for itself */
export function Cell({ under, children, ...rest }: TableTdProps & { under?: string }) {
  if (under === undefined) return <Table.Td role="cell" {...rest}>{children}</Table.Td>
  return <Table.Td role="cell" {...rest}><span className={classes.under} aria-hidden>{under}</span><div className={classes.said}>{children}</div></Table.Td>
}
