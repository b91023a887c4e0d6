import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import { Select, TextField } from '../../parts/fields';
import { type BulkTarget, CLOSED_REASONS, type Wanted } from './plan';

/** Stands for no queue of one's own choice. */
const BY_RULES = 'rules';

export interface WantedForm {
  wanted: Wanted;
  queueId: string;
  setQueueId(id: string): void;
  until: string;
  setUntil(until: string): void;
  closedReason: (typeof CLOSED_REASONS)[number];
  setClosedReason(reason: (typeof CLOSED_REASONS)[number]): void;
  reason: string;
  setReason(reason: string): void;
}

export function useWanted(to: BulkTarget): WantedForm {
  const [queueId, setQueueId] = useState(BY_RULES);
  const [until, setUntil] = useState('');
  const [closedReason, setClosedReason] = useState<(typeof CLOSED_REASONS)[number]>('not_checkable');
  const [reason, setReason] = useState('');
  const said = to === 'closed' ? closedReason : reason.trim();
  const wanted: Wanted = {
    to,
    ...(to === 'queued' && queueId !== BY_RULES && { queueId }),
    ...(to === 'on_hold' && until !== '' && { holdUntil: new Date(until).toISOString() }),
    ...(said !== '' && { reason: said }),
  };
  return { wanted, queueId, setQueueId, until, setUntil, closedReason, setClosedReason, reason, setReason };
}

/** What must be said of the move. */
export function BulkForm({ to, form }: { to: BulkTarget; form: WantedForm }) {
  const { t } = useTranslation(['claims', 'common']);
  if (to === 'closed')
    return (
      <Select
        label={t('bulk.closedReason')}
        hint={t('bulk.closedHint')}
        choices={CLOSED_REASONS.map((key) => ({ key, label: t(`common:closedReason.${key}`) }))}
        value={form.closedReason}
        onChange={form.setClosedReason}
      />
    );
  return (
    <>
      {to === 'queued' && <QueueChoice form={form} />}
      {to === 'on_hold' && (
        <TextField
          label={t('bulk.until')}
          hint={t('bulk.untilHint')}
          type="datetime-local"
          value={form.until}
          onChange={form.setUntil}
        />
      )}
      <TextField
        label={t('bulk.reason')}
        lines={2}
        value={form.reason}
        onChange={form.setReason}
        maxLength={10_000}
      />
    </>
  );
}

function QueueChoice({ form }: { form: WantedForm }) {
  const { t } = useTranslation('claims');
  const { data } = hooks.useQuery('get', '/api/v1/queues', { params: { query: { limit: 200 } } });
  return (
    <Select
      label={t('bulk.queue')}
      choices={[
        { key: BY_RULES, label: t('bulk.byRules') },
        ...(data?.items ?? []).map(({ id, name }) => ({ key: id, label: name })),
      ]}
      value={form.queueId}
      onChange={form.setQueueId}
    />
  );
}
