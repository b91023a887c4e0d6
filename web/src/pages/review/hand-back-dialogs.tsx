import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, hooks, type Schemas } from '../../api/client';
import { serverNow } from '../../api/clock';
import { Select, TextField } from '../../parts/fields';
import { textOf } from '../../parts/form';
import { useSession } from '../../session/session';
import { EndingDialog, type Opened } from './ending-dialog';

/** As a field for a moment has it, by the person's own clock. */
function localMoment(ms: number): string {
  const date = new Date(ms);
  return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function HoldDialog(opened: Opened) {
  const { t } = useTranslation('review');
  const [now] = useState(serverNow);
  return (
    <EndingDialog
      {...opened}
      way="hold"
      send={(form, { params, body }) =>
        api.POST('/api/v1/assignments/{id}/hold', {
          params,
          body: {
            ...body,
            until: new Date(textOf(form, 'until')).toISOString(),
            reason: textOf(form, 'reason'),
          },
        })
      }
    >
      <p>{t('hold.text')}</p>
      <TextField
        name="until"
        type="datetime-local"
        label={t('hold.until')}
        defaultValue={localMoment(now + 24 * 3_600_000)}
        isRequired
      />
      <TextField name="reason" label={t('hold.reason')} lines={2} maxLength={10_000} isRequired autoFocus />
    </EndingDialog>
  );
}

type DeclineReason = Schemas['Decline']['reason'];

const DECLINE_REASONS: readonly DeclineReason[] = [
  'conflict_of_interest',
  'language',
  'not_competent',
  'wellbeing',
  'other',
];

export function DeclineDialog(opened: Opened) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const [reason, setReason] = useState<DeclineReason | null>(null);
  return (
    <EndingDialog
      {...opened}
      way="decline"
      send={(form, { params, body }) =>
        api.POST('/api/v1/assignments/{id}/decline', {
          params,
          body: { ...body, reason: reason!, note: textOf(form, 'note') || null },
        })
      }
    >
      <p>{t('decline.text')}</p>
      <Select<DeclineReason>
        label={t('decline.reason')}
        choices={DECLINE_REASONS.map((key) => ({ key, label: common(`declineReason.${key}`) }))}
        value={reason}
        onChange={(key) => setReason(key)}
        name="reason"
        isRequired
      />
      <TextField name="note" label={t('decline.note')} lines={2} maxLength={10_000} />
    </EndingDialog>
  );
}

const REVIEWING = ['reviewer', 'editor', 'admin'];

export function HandOverDialog(opened: Opened) {
  const { t } = useTranslation('review');
  const { me } = useSession();
  const [to, setTo] = useState<string | null>(null);
  const members = hooks.useQuery(
    'get',
    '/api/v1/members',
    { params: { query: { limit: 200 } } },
    { enabled: opened.isOpen },
  );
  const others = (members.data?.items ?? []).filter(
    ({ id, role }) => id !== me.id && REVIEWING.includes(role),
  );
  return (
    <EndingDialog
      {...opened}
      way="handOver"
      send={(form, { params, body }) =>
        api.POST('/api/v1/assignments/{id}/hand-over', {
          params,
          body: { ...body, to: to!, note: textOf(form, 'note') || null },
        })
      }
    >
      <p>{t('handOver.text')}</p>
      <Select
        label={t('handOver.to')}
        choices={others.map(({ id, name }) => ({ key: id, label: name }))}
        value={to}
        onChange={setTo}
        name="to"
        isRequired
      />
      <TextField name="note" label={t('handOver.note')} lines={2} maxLength={10_000} />
    </EndingDialog>
  );
}
