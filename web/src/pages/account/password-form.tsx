import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, isRefusal, queries, type Schemas } from '../../api/client';
import { Button } from '../../parts/button';
import { TextField } from '../../parts/fields';
import { exactTextOf } from '../../parts/form';
import { Problem } from '../../parts/page';
import { notify } from '../../shell/notices';
import styles from './account.module.css';

/** A new password, by who knows the present one. The other sessions end with it. */
export function PasswordForm() {
  const { t } = useTranslation('account');
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (body: Schemas['NewPassword']) => api.POST('/api/v1/session/password', { body }),
    onSuccess: async () => {
      form.current?.reset();
      notify(t('password.done'));
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/sessions'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget } = event;
    change.mutate({
      current: exactTextOf(currentTarget, 'current'),
      password: exactTextOf(currentTarget, 'password'),
    });
  };
  const errors = isRefusal(change.error)
    ? Object.fromEntries(change.error.errors.map(({ path, message }) => [path, message]))
    : {};
  return (
    <Form ref={form} className={styles.form} onSubmit={submit} validationErrors={errors}>
      <TextField
        name="current"
        type="password"
        label={t('password.current')}
        autoComplete="current-password"
        isRequired
      />
      <TextField
        name="password"
        type="password"
        label={t('password.next')}
        hint={t('password.hint')}
        autoComplete="new-password"
        minLength={15}
        isRequired
      />
      <Problem error={change.error} />
      <div>
        <Button type="submit" variant="primary" isPending={change.isPending}>
          {t('password.do')}
        </Button>
      </div>
    </Form>
  );
}
