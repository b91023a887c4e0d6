import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, type Schemas } from '../../../api/client';
import { Button } from '../../../parts/button';
import { Fields, Select } from '../../../parts/fields';
import { Choosing } from '../kit/boxes';
import form from '../kit/form.module.css';
import { Refused } from '../kit/refused';
import { refresh } from '../kit/saving';
import styles from './imports.module.css';

type Format = Schemas['Import']['format'];
const TYPES: Record<Format, string> = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  'claim-review': 'application/ld+json',
};
const FORMATS = Object.keys(TYPES) as Format[];

/** The format that a file's name speaks of; otherwise what was chosen. */
function formatOf(name: string, chosen: Format): Format {
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'ndjson';
  if (/\.csv$/i.test(name) && chosen === 'ndjson') return 'csv';
  return /\.json(ld)?$/i.test(name) ? 'claim-review' : chosen;
}

/** Sends a file; tried first, unless that is switched off. */
export function UploadForm() {
  const { t } = useTranslation('administration');
  const [, go] = useLocation();
  const [format, setFormat] = useState<Format>('ndjson');
  const [file, setFile] = useState<File | null>(null);
  const [dryRun, setDryRun] = useState(true);
  const send = useMutation({
    mutationFn: (body: File) =>
      api.POST('/api/v1/imports', {
        params: { query: { format, dryRun } },
        body: body as unknown as string,
        // The file goes as it is, without being read into memory.
        bodySerializer: (given) => given,
        headers: { 'content-type': TYPES[format] },
      }),
    onSuccess: async ({ data }) => {
      await refresh('/api/v1/imports');
      if (data !== undefined) go(`/administration/imports/${data.id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== null) send.mutate(file);
  };
  return (
    <form className={form.form} onSubmit={submit}>
      <Fields>
        <label className={styles.file}>
          {t('imports.file')}
          <input
            type="file"
            required
            accept=".ndjson,.jsonl,.csv,.json,.jsonld"
            onChange={({ target }) => {
              const chosen = target.files?.[0] ?? null;
              setFile(chosen);
              if (chosen !== null) setFormat(formatOf(chosen.name, format));
            }}
          />
        </label>
        <Select
          label={t('imports.format')}
          choices={FORMATS.map((key) => ({ key, label: t(`imports.formats.${key}`) }))}
          value={format}
          onChange={(key) => setFormat(key)}
        />
      </Fields>
      <p className={form.quiet}>{t(`imports.formatHint.${format}`)}</p>
      <Choosing
        label={t('imports.dryRun')}
        hint={t('imports.dryRunHint')}
        value={dryRun}
        onChange={setDryRun}
      />
      <Refused error={send.error} />
      <div>
        <Button type="submit" variant="primary" isPending={send.isPending}>
          {t(send.isPending ? 'imports.sending' : dryRun ? 'imports.try' : 'imports.do')}
        </Button>
      </div>
    </form>
  );
}
