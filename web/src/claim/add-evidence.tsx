import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../api/client';
import { Button } from '../parts/button';
import { Dialog, Submit } from '../parts/dialog';
import { Checkbox, Fields, Select, TextField } from '../parts/fields';
import { textOf } from '../parts/form';
import styles from './evidence.module.css';
import { changed, faultsOf, Refused } from './refused';

type Given = Schemas['NewEvidence'];
const KINDS = ['page', 'image', 'video', 'document', 'data', 'other'] as const;
const BEARINGS = ['supports', 'refutes', 'context'] as const;

/** Adds an item by its address, by a file, or by both. */
export function AddEvidence({ claimId, onClose }: { claimId: string; onClose(): void }) {
  const { t } = useTranslation(['claim', 'common']);
  const [kind, setKind] = useState<Given['kind']>('page');
  const [bearing, setBearing] = useState<Given['bearing']>('supports');
  const [file, setFile] = useState<File | null>(null);
  const add = useMutation({
    mutationFn: async (given: Given) => {
      const fileId = file === null ? null : await upload(file);
      return api.POST('/api/v1/claims/{id}/evidence', {
        params: { path: { id: claimId } },
        body: { ...given, fileId },
      });
    },
    onSuccess: async () => {
      onClose();
      await changed(claimId);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const sensitive = new FormData(form).has('sensitive');
    add.mutate({
      kind,
      bearing,
      url: textOf(form, 'url') || null,
      description: textOf(form, 'description'),
      sensitive,
    });
  };
  return (
    <Dialog title={t('evidence.add')} isOpen onClose={onClose}>
      <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(add.error)}>
        <Fields>
          <Select
            label={t('evidence.kind')}
            choices={KINDS.map((key) => ({ key, label: t(`common:evidenceKind.${key}`) }))}
            value={kind}
            onChange={(key) => setKind(key)}
          />
          <Select
            label={t('evidence.bearing')}
            choices={BEARINGS.map((key) => ({ key, label: t(`common:bearing.${key}`) }))}
            value={bearing}
            onChange={(key) => setBearing(key)}
          />
        </Fields>
        <TextField name="url" type="url" label={t('evidence.url')} hint={t('evidence.urlHint')} />
        <div className={styles.file}>
          <FileTrigger onSelect={(files) => setFile(files?.[0] ?? null)}>
            <Button>{t('evidence.chooseFile')}</Button>
          </FileTrigger>
          <span>{file === null ? t('evidence.noFile') : <bdi>{file.name}</bdi>}</span>
        </div>
        <TextField name="description" label={t('evidence.description')} lines={2} />
        <Checkbox name="sensitive">{t('evidence.isSensitive')}</Checkbox>
        <Refused error={add.error} names={['url', 'description']} />
        <Submit onCancel={onClose} isPending={add.isPending}>
          {t('evidence.add')}
        </Submit>
      </Form>
    </Dialog>
  );
}

async function upload(file: File): Promise<string> {
  const { data } = await api.POST('/api/v1/files', {
    params: { query: { name: file.name } },
    headers: { 'content-type': file.type || 'application/octet-stream' },
    // The body is the file itself; the description of the API can only call it text.
    body: file as unknown as string,
    bodySerializer: (body) => body as unknown as BodyInit,
  });
  return data!.id;
}
