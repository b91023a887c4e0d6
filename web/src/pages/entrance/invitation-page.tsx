import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { useLocation } from 'wouter';
import { api, isRefusal } from '../../api/client';
import { Button, LinkButton } from '../../parts/button';
import { TextField } from '../../parts/fields';
import { exactTextOf } from '../../parts/form';
import { Problem } from '../../parts/page';
import { startOver } from '../../session/session';
import { Entrance } from './entrance';
import styles from './entrance.module.css';

/** Where an invitation's link leads: choose a password, and be signed in. */
export default function InvitationPage() {
  const { t } = useTranslation('entrance');
  const [, go] = useLocation();
  const [token] = useState(() => window.location.hash.slice(1));
  const accept = useMutation({
    mutationFn: (password: string) => api.POST('/api/v1/session/invitation', { body: { token, password } }),
    onSuccess: async () => {
      go('/', { replace: true });
      await startOver();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    accept.mutate(exactTextOf(event.currentTarget, 'password'));
  };
  if (token === '') {
    return (
      <Entrance title={t('invitation.title')}>
        <p>{t('invitation.incomplete')}</p>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('invitation.title')}>
      <Form className={styles.form} onSubmit={submit}>
        <p>{t('invitation.text')}</p>
        <TextField
          name="password"
          type="password"
          label={t('newPassword')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          minLength={15}
          isRequired
          autoFocus
        />
        <Problem error={accept.error} />
        {isRefusal(accept.error, 'account.has_password') && (
          <LinkButton href="/sign-in">{t('signIn.title')}</LinkButton>
        )}
        <Button type="submit" variant="primary" isPending={accept.isPending}>
          {t('invitation.do')}
        </Button>
      </Form>
    </Entrance>
  );
}
