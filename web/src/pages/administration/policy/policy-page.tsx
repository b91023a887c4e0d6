import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, hooks, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Actions } from '../../../parts/dialog';
import { Page, Section, Shown } from '../../../parts/page';
import { notify } from '../../../shell/notices';
import { Choosing, NumberBox } from '../kit/boxes';
import form from '../kit/form.module.css';
import { Refused } from '../kit/refused';
import { faultsOf, useDraft, useSaving } from '../kit/saving';

const POLICY = '/api/v1/policy';
type Policy = Schemas['Policy'];
type Given = Pick<
  Policy,
  'corroborationThreshold' | 'allowSelfReview' | 'publisherMayBeReviewer' | 'reReviewAfterDays'
>;

export default function PolicyPage() {
  const { t } = useTranslation('administration');
  const policy = hooks.useQuery('get', POLICY);
  return (
    <Page title={t('policy.title')}>
      <Shown of={policy}>{(data) => <PolicyForm policy={data} />}</Shown>
    </Page>
  );
}

function PolicyForm({ policy }: { policy: Policy }) {
  const { t } = useTranslation(['administration', 'common']);
  const { moment } = useFormats();
  const { corroborationThreshold, allowSelfReview, publisherMayBeReviewer, reReviewAfterDays } = policy;
  const draft = useDraft<Given>(
    { corroborationThreshold, allowSelfReview, publisherMayBeReviewer, reReviewAfterDays },
    policy.version,
  );
  const send = (body: Given, ifMatch: string) =>
    api.PATCH(POLICY, { params: { header: { 'If-Match': ifMatch } }, body });
  const save = useSaving(draft, POLICY, send, () => notify(t('saved')));
  const { value, change } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(value);
  };
  return (
    <Section title={t('policy.rules')}>
      <p className={form.quiet}>{t('inForceSince', { moment: moment(policy.validFrom) })}</p>
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(save.error)}>
        <NumberBox
          name="corroborationThreshold"
          label={t('policy.threshold')}
          hint={t('policy.thresholdHint')}
          value={value.corroborationThreshold}
          onChange={(number) => change({ ...value, corroborationThreshold: number ?? 2 })}
          min={1}
          max={20}
          isRequired
        />
        {value.corroborationThreshold !== corroborationThreshold && <p>{t('policy.recomputes')}</p>}
        <Choosing
          label={t('policy.selfReview')}
          hint={t('policy.selfReviewHint')}
          value={value.allowSelfReview}
          onChange={(allowed) => change({ ...value, allowSelfReview: allowed })}
        />
        <Choosing
          label={t('policy.publisher')}
          hint={t('policy.publisherHint')}
          value={value.publisherMayBeReviewer}
          onChange={(allowed) => change({ ...value, publisherMayBeReviewer: allowed })}
        />
        <NumberBox
          name="reReviewAfterDays"
          label={t('policy.reReview')}
          hint={t('policy.reReviewHint')}
          value={value.reReviewAfterDays}
          onChange={(days) => change({ ...value, reReviewAfterDays: days })}
          min={1}
          max={3650}
        />
        <Refused error={save.error} />
        <Actions>
          {draft.isChanged && <Button onPress={draft.reset}>{t('discard')}</Button>}
          <Button type="submit" variant="primary" isDisabled={!draft.isChanged} isPending={save.isPending}>
            {t('common:save')}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
