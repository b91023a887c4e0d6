import { useMutation } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { useLocation } from 'wouter';
import { isRefusal } from '../../api/client';
import { Dialog, Submit } from '../../parts/dialog';
import { Problem } from '../../parts/page';
import { notify } from '../../shell/notices';
import type { LeaseInHand } from './lease';
import type { Assignment } from './work';
import styles from './review.module.css';

/** Which assignment, under which lease. */
interface Target extends Record<string, unknown> {
  params: { path: { id: string } };
  body: { token: number };
}

export interface Opened {
  assignment: Assignment;
  lease: LeaseInHand;
  isOpen: boolean;
  onClose(): void;
}

interface EndingProps extends Opened {
  way: 'hold' | 'release' | 'decline' | 'handOver';
  send(form: HTMLFormElement, target: Target): Promise<unknown>;
  children: ReactNode;
}

/** Asks before the claim goes out of the person's hands for a while or for good, and then goes to the list of reviews. */
export function EndingDialog({ assignment, lease, isOpen, onClose, way, send, children }: EndingProps) {
  const { t } = useTranslation('review');
  const [, go] = useLocation();
  const sending = useMutation({
    mutationFn: (form: HTMLFormElement) =>
      send(form, {
        params: { path: { id: assignment.id } },
        body: { token: assignment.lease?.token ?? 1 },
      }),
    onSuccess: () => {
      notify(t(`${way}.done`));
      go('/review');
    },
    onError: (error) => lease.lose(error) && onClose(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    sending.mutate(event.currentTarget);
  };
  const errors = isRefusal(sending.error)
    ? Object.fromEntries(sending.error.errors.map(({ path, message }) => [path, message]))
    : {};
  return (
    <Dialog title={t(`${way}.title`)} isOpen={isOpen} onClose={onClose}>
      <Form className={styles.form} onSubmit={submit} validationErrors={errors}>
        {children}
        <Problem error={sending.error} />
        <Submit onCancel={onClose} isPending={sending.isPending}>
          {t(`${way}.do`)}
        </Submit>
      </Form>
    </Dialog>
  );
}
