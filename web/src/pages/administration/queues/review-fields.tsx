import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Fields, Select, TextField } from '../../../parts/fields';
import { Choosing, NumberBox } from '../kit/boxes';

export type Given = Required<Schemas['NewQueue']>;

export interface QueueFieldsProps {
  value: Given;
  onChange(value: Given): void;
}

const AGREEMENTS = ['unanimous', 'within_one', 'majority'] as const;
const MODES = ['pull', 'push'] as const;

/** How a claim of the queue is judged. */
export function ReviewFields({ value, onChange }: QueueFieldsProps) {
  const { t } = useTranslation('administration');
  return (
    <>
      <TextField
        name="name"
        label={t('queues.name')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={500}
        isRequired
        autoFocus
      />
      <Fields>
        <NumberBox
          name="reviews"
          label={t('queues.reviews')}
          hint={t('queues.reviewsHint')}
          value={value.reviews}
          onChange={(reviews) => onChange({ ...value, reviews: reviews ?? 1 })}
          min={1}
          max={5}
          isRequired
        />
        <Select
          label={t('queues.agreement')}
          hint={t(`queues.agreementHint.${value.agreement}`)}
          choices={AGREEMENTS.map((key) => ({ key, label: t(`queues.agree.${key}`) }))}
          value={value.agreement}
          onChange={(agreement) => onChange({ ...value, agreement })}
        />
      </Fields>
      <Choosing
        label={t('queues.blind')}
        hint={t('queues.blindHint')}
        value={value.blind}
        onChange={(blind) => onChange({ ...value, blind })}
      />
      <Fields>
        <Select
          label={t('queues.how')}
          hint={t(`queues.modeHint.${value.mode}`)}
          choices={MODES.map((key) => ({ key, label: t(`queues.mode.${key}`) }))}
          value={value.mode}
          onChange={(mode) => onChange({ ...value, mode })}
        />
        {value.mode === 'push' && (
          <NumberBox
            name="offerSeconds"
            label={t('queues.offer')}
            hint={t('queues.offerHint')}
            value={value.offerSeconds}
            onChange={(seconds) => onChange({ ...value, offerSeconds: seconds ?? 600 })}
            min={30}
            max={86_400}
            isRequired
          />
        )}
      </Fields>
    </>
  );
}
