import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../api/client';
import { changed, faultsOf, Refused } from '../../claim/refused';
import { Button } from '../../parts/button';
import { Actions, Dialog } from '../../parts/dialog';
import { Fields, TextField } from '../../parts/fields';
import { textOf } from '../../parts/form';
import { notify } from '../../shell/notices';
import styles from './claim-page.module.css';

type Given = Schemas['NewPublication'];
const NAMES = ['title', 'summary', 'language', 'url', 'authors', 'correction'];

function givenOf(form: HTMLFormElement, claim: Schemas['Claim']): Given {
  const authors = textOf(form, 'authors')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    title: textOf(form, 'title'),
    summary: textOf(form, 'summary'),
    language: textOf(form, 'language'),
    url: textOf(form, 'url') || null,
    ...(authors.length > 0 && { authors }),
    correction: textOf(form, 'correction') || null,
    claimVersion: claim.version,
  };
}

/** Checks what would be published, and publishes it. */
export function Publish(props: { claim: Schemas['Claim']; isFurther: boolean; onClose(): void }) {
  const { claim, isFurther, onClose } = props;
  const { t } = useTranslation(['claim', 'common']);
  const form = useRef<HTMLFormElement>(null);
  const about = { params: { path: { id: claim.id } } };
  const check = useMutation({
    mutationFn: (body: Given) => api.POST('/api/v1/claims/{id}/publications/check', { ...about, body }),
  });
  const publish = useMutation({
    mutationFn: (body: Given) => api.POST('/api/v1/claims/{id}/publications', { ...about, body }),
    onSuccess: async () => {
      notify(t('publish.done'));
      onClose();
      await changed(claim.id);
    },
  });
  const error = publish.error ?? check.error;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    publish.mutate(givenOf(event.currentTarget, claim));
  };
  const look = () => form.current?.reportValidity() && check.mutate(givenOf(form.current, claim));
  return (
    <Dialog title={t('publish.title')} isOpen onClose={onClose} isWide>
      <Form ref={form} className={styles.form} onSubmit={submit} validationErrors={faultsOf(error)}>
        <TextField name="title" label={t('publish.headline')} isRequired autoFocus />
        <TextField name="summary" label={t('publish.summary')} lines={3} isRequired />
        <Fields>
          <TextField
            name="language"
            label={t('head.language')}
            hint={t('languageHint')}
            defaultValue={claim.language}
            isRequired
          />
          <TextField name="authors" label={t('publish.authors')} hint={t('publish.authorsHint')} />
        </Fields>
        <TextField name="url" type="url" label={t('publish.url')} hint={t('publish.urlHint')} />
        {isFurther && <TextField name="correction" label={t('publish.correction')} lines={2} />}
        <Refused error={error} names={NAMES} />
        {check.data?.data !== undefined && <Findings check={check.data.data} />}
        <Actions>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button onPress={look} isPending={check.isPending}>
            {t('publish.check')}
          </Button>
          <Button variant="primary" type="submit" isPending={publish.isPending}>
            {t('publish.do')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

function Findings({ check: { profiles, findings } }: { check: Schemas['PublicationCheck'] }) {
  const { t } = useTranslation('claim');
  return (
    <div role="status">
      {profiles.map(({ profile, passes }) => (
        <p key={profile}>
          {passes ? '✓' : '✕'} {profile}: {t(passes ? 'publish.passes' : 'publish.fails')}
        </p>
      ))}
      <ul lang="en">
        {findings.map(({ profile, path, message, level }) => (
          <li key={`${profile} ${path} ${message}`}>
            {t(`publish.level.${level}`)} · {profile} · <code>{path}</code>: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
