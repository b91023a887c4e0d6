import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link } from 'wouter';
import styles from './button.module.css';

export type Variant = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  variant?: Variant;
  /** The key that does the same, shown beside the label. */
  shortcut?: string;
  children?: ReactNode;
}

export function Button({
  variant = 'plain',
  shortcut,
  isPending = false,
  type,
  onPress,
  children,
  ...props
}: ButtonProps) {
  // Not the waiting state of the library: what that announces is named by the button, which may be gone by then.
  const doing = isPending ? ({ type: 'button', 'aria-disabled': true } as const) : { type, onPress };
  return (
    <AriaButton {...props} {...doing} className={styles.button} data-variant={variant}>
      {children}
      {shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
    </AriaButton>
  );
}

/** A link to another page of the desk that looks like a button. */
export function LinkButton({
  href,
  variant = 'plain',
  children,
}: {
  href: string;
  variant?: Variant;
  children: ReactNode;
}) {
  return (
    <Link href={href} className={styles.button} data-variant={variant}>
      {children}
    </Link>
  );
}
