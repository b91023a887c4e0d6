import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Actions } from '../../../parts/dialog';
import { Section } from '../../../parts/page';
import { notify } from '../../../shell/notices';
import form from '../kit/form.module.css';
import { moved } from '../kit/moved';
import { Refused } from '../kit/refused';
import { faultsOf, useDraft, useSaving } from '../kit/saving';
import { RatingFields } from './rating-fields';
import { edited, fresh, given, type Rating } from './scale';
import styles from './scale.module.css';

const SCALE = '/api/v1/rating-scale';

/** The ratings from worst to best, edited and saved as a whole. What is refused is shown beside the rating. */
export function ScaleEditor({ saved }: { saved: Schemas['RatingScale'] }) {
  const { t } = useTranslation(['administration', 'common']);
  const { moment } = useFormats();
  const draft = useDraft(edited(saved.ratings), saved.version);
  const [said, say] = useState('');
  const send = (ratings: Rating[], ifMatch: string) =>
    api.PUT(SCALE, { params: { header: { 'If-Match': ifMatch } }, body: given(ratings) });
  const save = useSaving(draft, SCALE, send, () => notify(t('saved')));
  const ratings = draft.value;
  const languages = [...new Set(['en', 'uk', ...ratings.flatMap(({ labels }) => Object.keys(labels))])];
  const move = (index: number, by: -1 | 1) => {
    const next = moved(ratings, index, by);
    if (next === ratings) return;
    draft.change(next);
    say(t('scale.moved', { place: index + by + 1, of: ratings.length }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(ratings);
  };
  return (
    <Section
      title={t('scale.all')}
      actions={<Button onPress={() => draft.change([...ratings, fresh()])}>{t('scale.add')}</Button>}
    >
      <p className={form.quiet}>{t('inForceSince', { moment: moment(saved.validFrom) })}</p>
      <p>{t('scale.how')}</p>
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(save.error, (path) => path)}>
        <ol className={styles.ratings} aria-label={t('scale.all')}>
          {ratings.map((rating, index) => (
            <RatingFields
              key={rating.id}
              rating={rating}
              index={index}
              languages={languages}
              onChange={(changed) => draft.change(ratings.with(index, changed))}
              onMove={(by) => move(index, by)}
              onRemove={() => draft.change(ratings.toSpliced(index, 1))}
            />
          ))}
        </ol>
        <p className="unseen" role="status">
          {said}
        </p>
        <p className={form.quiet}>{t('scale.counts')}</p>
        <Refused error={save.error} />
        <Actions>
          {draft.isChanged && <Button onPress={draft.reset}>{t('discard')}</Button>}
          <Button type="submit" variant="primary" isDisabled={!draft.isChanged} isPending={save.isPending}>
            {t('scale.save')}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
