import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  /** For what must be answered. */
  role?: 'dialog' | 'alertdialog';
  /** Wide, for tables. */
  isWide?: boolean;
}

/** A dialog over the page. Escape closes it, and where the focus was it goes again. */
export function Dialog({ title, isOpen, onClose, children, role = 'dialog', isWide = false }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className={styles.modal} data-wide={isWide || undefined}>
        <AriaDialog className={styles.dialog} role={role}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the end of a dialog or form. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

interface SubmitProps {
  onCancel(): void;
  isPending: boolean;
  isDanger?: boolean;
  /** What the form does. */
  children: ReactNode;
}

/** The end of a form in a dialog: to leave it, or to send it. */
export function Submit({ onCancel, isPending, isDanger = false, children }: SubmitProps) {
  const { t } = useTranslation();
  return (
    <Actions>
      <Button onPress={onCancel}>{t('cancel')}</Button>
      <Button variant={isDanger ? 'danger' : 'primary'} type="submit" isPending={isPending}>
        {children}
      </Button>
    </Actions>
  );
}

interface ConfirmProps {
  title: string;
  /** What will happen, in plain words. */
  children: ReactNode;
  isOpen: boolean;
  onClose(): void;
  onConfirm(): void;
  confirm: string;
  isPending?: boolean;
  isDanger?: boolean;
}

/** Asks before something is done that cannot easily be taken back. */
export function Confirm({ onConfirm, confirm, isPending, isDanger, children, ...dialog }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog {...dialog} role="alertdialog">
      {children}
      <Actions>
        <Button onPress={dialog.onClose}>{t('cancel')}</Button>
        <Button variant={isDanger ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending ?? false}>
          {confirm}
        </Button>
      </Actions>
    </Dialog>
  );
}
