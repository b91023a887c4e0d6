import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, hooks, type Schemas } from '../../api/client';
import { readSourcesAgain } from '../../claim/again';
import type { Source } from '../../claim/every';
import { fieldErrors } from '../../claim/source-form';
import { Button } from '../../parts/button';
import { Select, TextField } from '../../parts/fields';
import { Empty, Problem, Section, Shown } from '../../parts/page';
import { Said, When } from '../../parts/words';
import { useSession } from '../../session/session';
import styles from './sources.module.css';

type Reliability = Schemas['NewGrade']['reliability'];
const RELIABILITIES: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F'];

/** How reliable it was found, by whom and why; the newest grade counts. */
export function SourceGrades({ source }: { source: Source }) {
  const { t } = useTranslation('sources');
  const { may } = useSession();
  const grades = hooks.useQuery('get', '/api/v1/sources/{id}/grades', {
    params: { path: { id: source.id }, query: { limit: 200 } },
  });
  return (
    <Section title={t('grades')}>
      <Shown of={grades}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>
              <p>{t('noGrades')}</p>
            </Empty>
          ) : (
            <GradeList grades={items} />
          )
        }
      </Shown>
      {may('source.grade') && <GradeForm id={source.id} />}
    </Section>
  );
}

function GradeList({ grades }: { grades: readonly Schemas['Grade'][] }) {
  const { t } = useTranslation(['sources', 'common']);
  const { data } = hooks.useQuery('get', '/api/v1/members', { params: { query: { limit: 200 } } });
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (
    <ol className={styles.grades} aria-label={t('sources:grades')}>
      {grades.map(({ id, reliability, reason, gradedBy, gradedAt }) => (
        <li key={id}>
          <p>
            <strong>{t(`common:reliability.${reliability}`)}</strong>
          </p>
          <p dir="auto">{reason}</p>
          <p className={styles.soft}>
            <Said>{names.get(gradedBy) ?? '…'}</Said> · <When value={gradedAt} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function GradeForm({ id }: { id: string }) {
  const { t } = useTranslation(['sources', 'common']);
  const [reliability, setReliability] = useState<Reliability | null>(null);
  const [reason, setReason] = useState('');
  const grade = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/sources/{id}/grades', {
        params: { path: { id } },
        body: { reliability: reliability!, reason: reason.trim() },
      }),
    onSuccess: async () => {
      setReliability(null);
      setReason('');
      await readSourcesAgain();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    grade.mutate();
  };
  return (
    <Form className={styles.form} onSubmit={submit} validationErrors={fieldErrors(grade.error)}>
      <Select
        name="reliability"
        label={t('sources:reliability')}
        choices={RELIABILITIES.map((key) => ({ key, label: t(`common:reliability.${key}`) }))}
        value={reliability}
        onChange={(key) => setReliability(key)}
        placeholder={t('sources:choose')}
        isRequired
      />
      <TextField
        name="reason"
        label={t('sources:reason')}
        hint={t('sources:reasonHint')}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={10_000}
        isRequired
      />
      <Problem error={grade.error} />
      <div>
        <Button type="submit" isPending={grade.isPending}>
          {t('sources:grade')}
        </Button>
      </div>
    </Form>
  );
}
