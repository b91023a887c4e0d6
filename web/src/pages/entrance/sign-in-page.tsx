import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, hooks } from '../../api/client';
import { Button, LinkButton } from '../../parts/button';
import { TextField } from '../../parts/fields';
import { exactTextOf, textOf } from '../../parts/form';
import { Problem } from '../../parts/page';
import { startOver } from '../../session/session';
import { Entrance } from './entrance';
import styles from './entrance.module.css';

export default function SignInPage() {
  const { t } = useTranslation('entrance');
  const setup = hooks.useQuery('get', '/api/v1/setup', {}, { retry: false });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => api.POST('/api/v1/session', { body }),
    onSuccess: startOver,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    signIn.mutate({ email: textOf(form, 'email'), password: exactTextOf(form, 'password') });
  };
  if (setup.data?.needed) {
    return (
      <Entrance title={t('fresh.title')}>
        <p>{t('fresh.text')}</p>
        <LinkButton href="/setup">{t('fresh.code')}</LinkButton>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('signIn.title')}>
      <Form className={styles.form} onSubmit={submit}>
        <TextField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          isRequired
          autoFocus
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          isRequired
        />
        <Problem error={signIn.error} />
        <Button type="submit" variant="primary" isPending={signIn.isPending}>
          {t('signIn.do')}
        </Button>
        <p>{t('signIn.lost')}</p>
      </Form>
    </Entrance>
  );
}
