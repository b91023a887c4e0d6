import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, isRefusal, type Schemas } from '../../api/client';
import { useScale } from '../../api/scale';
import { useReviews } from '../../claim/every';
import { changed, faultsOf, Refused } from '../../claim/refused';
import { Judgement } from '../../claim/reviews-list';
import { Button } from '../../parts/button';
import { Actions } from '../../parts/dialog';
import { Fields, Select, TextField } from '../../parts/fields';
import { textOf } from '../../parts/form';
import { Section, Shown } from '../../parts/page';
import { useSession } from '../../session/session';
import styles from './claim-page.module.css';

/** The decisions that do not agree, beside one another, and for an editor the word that settles it. */
export function Adjudication({ claim }: { claim: Schemas['Claim'] }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const reviews = useReviews(claim.id);
  return (
    <Section title={t('adjudication.title')}>
      <Shown of={reviews}>{(rounds) => <Decisions rounds={rounds} />}</Shown>
      {may('review.adjudicate') && <Settle claim={claim} />}
    </Section>
  );
}

function Decisions({ rounds }: { rounds: Schemas['ReviewRound'][] }) {
  const last = rounds.toSorted((a, b) => a.number - b.number).at(-1);
  const turns = last?.slots.flatMap(({ assignments }) => assignments) ?? [];
  return (
    <div className={styles.two}>
      {turns.map(
        ({ id, member, decision }) =>
          decision !== null && (
            <Judgement key={id} by={member} at={decision.decidedAt} content={decision.content} />
          ),
      )}
    </div>
  );
}

const CONFIDENCES = ['low', 'moderate', 'high'] as const;

function Settle({ claim }: { claim: Schemas['Claim'] }) {
  const { t } = useTranslation(['claim', 'common']);
  const { ratings, nameOf } = useScale();
  const [rating, setRating] = useState<string | null>(null);
  const [confidence, setConfidence] = useState<(typeof CONFIDENCES)[number]>('moderate');
  const settle = useMutation({
    mutationFn: (body: Schemas['AdjudicationGiven']) =>
      api.POST('/api/v1/claims/{id}/adjudication', { params: { path: { id: claim.id } }, body }),
    onSuccess: () => changed(claim.id),
  });
  const wantsOverride =
    isRefusal(settle.error) && settle.error.errors.some(({ path }) => path === 'overrideReason');
  const [asksOverride, setAsksOverride] = useState(false);
  if (wantsOverride && !asksOverride) setAsksOverride(true);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    settle.mutate({
      rating: rating ?? '',
      confidence,
      rationale: textOf(form, 'rationale'),
      ...(asksOverride && { overrideReason: textOf(form, 'overrideReason') || null }),
    });
  };
  return (
    <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(settle.error)}>
      <Fields>
        <Select
          name="rating"
          label={t('adjudication.rating')}
          choices={ratings.map(({ key }) => ({ key, label: nameOf(key) }))}
          value={rating}
          onChange={setRating}
          isRequired
        />
        <Select
          name="confidence"
          label={t('adjudication.confidence')}
          choices={CONFIDENCES.map((key) => ({ key, label: t(`common:confidence.${key}`) }))}
          value={confidence}
          onChange={(key) => setConfidence(key)}
        />
      </Fields>
      <TextField name="rationale" label={t('adjudication.rationale')} lines={4} isRequired />
      {asksOverride && (
        <TextField
          name="overrideReason"
          label={t('adjudication.override')}
          hint={t('adjudication.overrideHint')}
          lines={2}
        />
      )}
      <Refused error={settle.error} names={['rating', 'confidence', 'rationale', 'overrideReason']} />
      <Actions>
        <Button variant="primary" type="submit" isPending={settle.isPending}>
          {t('adjudication.do')}
        </Button>
      </Actions>
    </Form>
  );
}
