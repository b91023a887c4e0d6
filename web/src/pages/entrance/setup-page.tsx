import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { useLocation } from 'wouter';
import { api, isRefusal, type Schemas } from '../../api/client';
import { Button } from '../../parts/button';
import { TextField } from '../../parts/fields';
import { exactTextOf, textOf } from '../../parts/form';
import { Problem } from '../../parts/page';
import { startOver } from '../../session/session';
import { Entrance } from './entrance';
import styles from './entrance.module.css';

/** The first run: the workspace and its first admin. The code shows that it is whoever started the server. */
export default function SetupPage() {
  const { t } = useTranslation('entrance');
  const [, go] = useLocation();
  const [code] = useState(() => window.location.hash.slice(1));
  const setUp = useMutation({
    mutationFn: (body: Schemas['SetupGiven']) => api.POST('/api/v1/setup', { body }),
    onSuccess: async () => {
      go('/', { replace: true });
      await startOver();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => textOf(form, name);
    setUp.mutate({
      code: text('code'),
      workspace: { name: text('workspace'), slug: text('slug') },
      name: text('name'),
      email: text('email'),
      password: exactTextOf(form, 'password'),
    });
  };
  const errors = isRefusal(setUp.error)
    ? Object.fromEntries(
        setUp.error.errors.map(({ path, message }) => [
          path.replace('workspace.name', 'workspace').replace('workspace.slug', 'slug'),
          message,
        ]),
      )
    : {};
  return (
    <Entrance title={t('setup.title')}>
      <Form className={styles.form} onSubmit={submit} validationErrors={errors}>
        <p>{t('setup.text')}</p>
        <TextField
          name="code"
          label={t('setup.code')}
          hint={t('setup.codeHint')}
          defaultValue={code}
          isRequired
        />
        <TextField name="workspace" label={t('setup.workspace')} hint={t('setup.workspaceHint')} isRequired />
        <TextField
          name="slug"
          label={t('setup.slug')}
          hint={t('setup.slugHint')}
          pattern="[a-z0-9][a-z0-9\-]{0,62}"
          isRequired
        />
        <TextField name="name" label={t('setup.name')} autoComplete="name" isRequired />
        <TextField name="email" type="email" label={t('email')} autoComplete="username" isRequired />
        <TextField
          name="password"
          type="password"
          label={t('newPassword')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          minLength={15}
          isRequired
        />
        <Problem error={setUp.error} />
        <Button type="submit" variant="primary" isPending={setUp.isPending}>
          {t('setup.do')}
        </Button>
      </Form>
    </Entrance>
  );
}
