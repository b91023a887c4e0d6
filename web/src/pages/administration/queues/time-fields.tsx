import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Fields, Select } from '../../../parts/fields';
import { NumberBox, WordsBox } from '../kit/boxes';
import type { QueueFieldsProps } from './review-fields';

/** Who is given claims of the queue, and how many. */
export function WhoFields({ value, onChange }: QueueFieldsProps) {
  const { t } = useTranslation('administration');
  return (
    <Fields>
      <WordsBox
        name="languages"
        label={t('queues.languages')}
        hint={t('languagesHint')}
        value={value.languages}
        onChange={(languages) => onChange({ ...value, languages })}
      />
      <WordsBox
        name="skills"
        label={t('queues.skills')}
        hint={t('queues.skillsHint')}
        value={value.skills}
        onChange={(skills) => onChange({ ...value, skills })}
      />
      <NumberBox
        name="maxLeases"
        label={t('queues.maxLeases')}
        hint={t('queues.maxLeasesHint')}
        value={value.maxLeases}
        onChange={(maxLeases) => onChange({ ...value, maxLeases })}
        min={1}
        max={1000}
      />
    </Fields>
  );
}

/** How long things take, and what comes first. */
export function TimeFields({ value, onChange, others }: QueueFieldsProps & { others: Schemas['Queue'][] }) {
  const { t } = useTranslation('administration');
  const nowhere = { key: '', label: t('queues.stays') };
  return (
    <Fields>
      <NumberBox
        name="leaseSeconds"
        label={t('queues.lease')}
        hint={t('queues.leaseHint')}
        value={Math.round(value.leaseSeconds / 60)}
        onChange={(minutes) => onChange({ ...value, leaseSeconds: (minutes ?? 15) * 60 })}
        min={1}
        max={1440}
        isRequired
      />
      <NumberBox
        name="dueHours"
        label={t('queues.due')}
        hint={t('queues.dueHint')}
        value={value.dueHours}
        onChange={(dueHours) => onChange({ ...value, dueHours })}
        min={1}
        max={8760}
      />
      <NumberBox
        name="dueNoticeHours"
        label={t('queues.notice')}
        hint={t('queues.noticeHint')}
        value={value.dueNoticeHours}
        onChange={(hours) => onChange({ ...value, dueNoticeHours: hours ?? 0 })}
        min={0}
        max={720}
        isRequired
      />
      <NumberBox
        name="priorityStepMinutes"
        label={t('queues.step')}
        hint={t('queues.stepHint')}
        value={value.priorityStepMinutes}
        onChange={(minutes) => onChange({ ...value, priorityStepMinutes: minutes ?? 240 })}
        min={1}
        max={10_080}
        isRequired
      />
      <Select
        label={t('queues.escalate')}
        hint={t('queues.escalateHint')}
        choices={[nowhere, ...others.map(({ id, name }) => ({ key: id, label: name }))]}
        value={value.escalateTo ?? ''}
        onChange={(id) => onChange({ ...value, escalateTo: id === '' ? null : id })}
      />
    </Fields>
  );
}
