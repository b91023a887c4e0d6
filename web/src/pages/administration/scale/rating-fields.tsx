import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Checkbox, Fields, Select, TextField } from '../../../parts/fields';
import { Said } from '../../../parts/words';
import { NumberBox } from '../kit/boxes';
import form from '../kit/form.module.css';
import type { Rating } from './scale';
import styles from './scale.module.css';

const POLARITIES = ['supports', 'refutes', 'neither'] as const;

interface RatingFieldsProps {
  rating: Rating;
  index: number;
  languages: string[];
  onChange(rating: Rating): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

export function RatingFields(props: RatingFieldsProps) {
  const { t } = useTranslation('administration');
  const { rating, index, languages, onChange } = props;
  const { language } = useFormats();
  // As a refusal names them.
  const at = (field: string) => `ratings.${index}.${field}`;
  return (
    <li className={styles.rating}>
      <Head {...props} />
      <Fields>
        <TextField
          name={at('key')}
          label={t('scale.key')}
          value={rating.key}
          onChange={(key) => onChange({ ...rating, key })}
          pattern="[a-z0-9_]{1,50}"
          isRequired
        />
        {languages.map((tag) => (
          <TextField
            key={tag}
            name={at(`labels.${tag}`)}
            label={t('scale.label', { language: language(tag) })}
            value={rating.labels[tag] ?? ''}
            onChange={(label) => onChange({ ...rating, labels: { ...rating.labels, [tag]: label } })}
            maxLength={100}
          />
        ))}
        <Select
          name={at('polarity')}
          label={t('scale.polarity')}
          choices={POLARITIES.map((key) => ({ key, label: t(`scale.says.${key}`) }))}
          value={rating.polarity}
          onChange={(polarity) => onChange({ ...rating, polarity })}
        />
        <NumberBox
          name={at('numericValue')}
          label={t('scale.number')}
          value={rating.numericValue}
          onChange={(numericValue) => onChange({ ...rating, numericValue })}
          min={-10_000}
          max={10_000}
        />
        <label className={styles.colour}>
          {t('scale.colour')}
          <input
            type="color"
            value={rating.colour}
            onChange={({ target }) => onChange({ ...rating, colour: target.value })}
          />
        </label>
      </Fields>
      <Checkbox isSelected={rating.isOnScale} onChange={(isOnScale) => onChange({ ...rating, isOnScale })}>
        {t('scale.on')}
      </Checkbox>
    </li>
  );
}

function Head({ rating, index, onMove, onRemove }: RatingFieldsProps) {
  const { t, i18n } = useTranslation('administration');
  const name = rating.labels[i18n.language] ?? rating.labels['en'] ?? rating.key;
  const place = index + 1;
  return (
    <div className={styles.head}>
      <h3 className={styles.name}>
        <svg className={styles.dot} viewBox="0 0 10 10" aria-hidden="true">
          <circle cx="5" cy="5" r="5" fill={rating.colour} />
        </svg>
        {place}. <Said>{name}</Said>
      </h3>
      <div className={form.end}>
        <Button aria-label={t('scale.up', { place })} onPress={() => onMove(-1)}>
          ↑
        </Button>
        <Button aria-label={t('scale.down', { place })} onPress={() => onMove(1)}>
          ↓
        </Button>
        <Button variant="danger" aria-label={t('scale.removeOf', { place })} onPress={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </div>
  );
}
