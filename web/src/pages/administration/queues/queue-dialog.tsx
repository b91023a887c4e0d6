import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../../api/client';
import { Dialog, Submit } from '../../../parts/dialog';
import form from '../kit/form.module.css';
import { Refused } from '../kit/refused';
import { faultsOf, useDraft, useSaving } from '../kit/saving';
import { type Given, ReviewFields } from './review-fields';
import { TimeFields, WhoFields } from './time-fields';

type Queue = Schemas['Queue'];
const QUEUES = '/api/v1/queues';
const FRESH: Given = {
  name: '',
  reviews: 1,
  blind: true,
  agreement: 'within_one',
  leaseSeconds: 900,
  mode: 'pull',
  offerSeconds: 600,
  languages: [],
  skills: [],
  maxLeases: null,
  dueHours: null,
  priorityStepMinutes: 240,
  dueNoticeHours: 4,
  escalateTo: null,
};

interface QueueDialogProps {
  /** Null: a new one. */
  queue: Queue | null;
  queues: Queue[];
  onClose(): void;
}

/** Opens a queue, or changes what one asks. */
export function QueueDialog({ queue, queues, onClose }: QueueDialogProps) {
  const { t } = useTranslation(['administration', 'common']);
  const draft = useDraft(queue === null ? FRESH : givenOf(queue), queue?.version ?? 0);
  const send = (body: Given, ifMatch: string) =>
    queue === null
      ? api.POST(QUEUES, { body })
      : api.PATCH('/api/v1/queues/{id}', {
          params: { path: { id: queue.id }, header: { 'If-Match': ifMatch } },
          body,
        });
  const save = useSaving<Given>(draft, QUEUES, send, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft.value);
  };
  const fields = { value: draft.value, onChange: draft.change };
  return (
    <Dialog
      title={queue === null ? t('queues.create') : t('changeOf', { name: queue.name })}
      isOpen
      onClose={onClose}
      isWide
    >
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(save.error)}>
        <ReviewFields {...fields} />
        <WhoFields {...fields} />
        <TimeFields {...fields} others={queues.filter(({ id }) => id !== queue?.id)} />
        {queue !== null && <p className={form.quiet}>{t('queues.counts')}</p>}
        <Refused error={save.error} />
        <Submit onCancel={onClose} isPending={save.isPending}>
          {queue === null ? t('queues.createDo') : t('common:save')}
        </Submit>
      </Form>
    </Dialog>
  );
}

function givenOf(queue: Queue): Given {
  const { id: _, isDefault: _default, createdAt: _createdAt, version: _version, ...given } = queue;
  return given;
}
