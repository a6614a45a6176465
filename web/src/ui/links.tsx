import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Native<P> = P & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P> & { ref?: Ref<HTMLAnchorElement> }

/** Links of the router that look like the house's buttons and anchors, with checked targets. */
export const ButtonLink = createLink((props: Native<ButtonProps>) => <Button component="a" {...props} />)
export const AnchorLink = createLink((props: Native<AnchorProps>) => <Anchor {...props} />)
