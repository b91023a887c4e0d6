import { type FormEvent, type ReactNode, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { Link } from 'wouter';
import { api, type Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { Button } from '../parts/button';
import { Actions, Dialog, Submit } from '../parts/dialog';
import { TextField } from '../parts/fields';
import { textOf } from '../parts/form';
import { Outside, Said, StanceMark, When } from '../parts/words';
import { useSession } from '../session/session';
import { SourceName } from './claim-head';
import { useQuantity } from './quantity';
import { changed, faultsOf, Refused } from './refused';
import { baseName, type Standing, stateOf } from './statement-entry';
import styles from './statement-details.module.css';

type Statement = Schemas['Statement'];

/** All that is on record of one statement. */
export function StatementDetails({
  statement,
  standing,
  onClose,
}: {
  statement: Statement;
  standing: Standing;
  onClose(): void;
}) {
  const { t } = useTranslation(['claim', 'common']);
  const { may } = useSession();
  const state = stateOf(statement, standing);
  return (
    <Dialog title={t('statement.title')} isOpen onClose={onClose}>
      <p className={styles.who}>
        <Link href={`/sources/${statement.sourceId}`}>
          <bdi>{statement.sourceName}</bdi>
        </Link>{' '}
        <StanceMark stance={statement.stance} />
      </p>
      {state !== null && <p className={styles.state}>{t(`statement.state.${state}`)}</p>}
      <Words statement={statement} />
      <Facts statement={statement} base={baseName(statement, standing)} />
      {statement.struckAt === null && may('statement.strike') && <Strike statement={statement} />}
      <Actions>
        <Button onPress={onClose}>{t('common:close')}</Button>
      </Actions>
    </Dialog>
  );
}

function Words({ statement: { quote, quoteLanguage, translation } }: { statement: Statement }) {
  const { t } = useTranslation('claim');
  return (
    <>
      {quote !== null && (
        <blockquote className={styles.quote} dir="auto" lang={quoteLanguage ?? undefined}>
          {quote}
        </blockquote>
      )}
      {translation !== null && (
        <div>
          <p className={styles.label}>{t('statement.translation')}</p>
          <p className={styles.translation} dir="auto">
            {translation}
          </p>
        </div>
      )}
    </>
  );
}

function Facts({ statement, base }: { statement: Statement; base: string | null }) {
  const { t } = useTranslation(['claim', 'common']);
  const formats = useFormats();
  const quantity = useQuantity();
  const { saidAt, quoteLanguage, reportedById, credibility, url, strikeReason, struckAt } = statement;
  return (
    <dl className={styles.facts}>
      <Fact name={t('statement.saidAt')}>
        {saidAt === null ? t('statement.unknown') : <When value={saidAt} />}
      </Fact>
      <Fact name={t('statement.recordedAt')}>
        <When value={statement.recordedAt} />
      </Fact>
      {quoteLanguage !== null && (
        <Fact name={t('statement.quoteLanguage')}>{formats.language(quoteLanguage)}</Fact>
      )}
      <Fact name={t('statement.basis')}>{t(`common:basis.${statement.basis}`)}</Fact>
      {base !== null && (
        <Fact name={t('statement.relays')}>
          <bdi>{base}</bdi>
        </Fact>
      )}
      {reportedById !== null && (
        <Fact name={t('statement.reportedBy')}>
          <SourceName id={reportedById} />
        </Fact>
      )}
      {credibility !== null && (
        <Fact name={t('statement.credibility')}>{t(`common:credibility.${credibility as 1}`)}</Fact>
      )}
      {statement.quantity !== null && (
        <Fact name={t('head.quantity')}>
          <bdi>{quantity(statement.quantity)}</bdi>
        </Fact>
      )}
      {url !== null && (
        <Fact name={t('statement.url')}>
          <Outside href={url} />
        </Fact>
      )}
      {struckAt !== null && (
        <Fact name={t('statement.struckAt')}>
          <When value={struckAt} /> <Said>{strikeReason ?? ''}</Said>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A statement recorded wrongly is taken out of the count, with why. It stays on the record. */
function Strike({ statement: { id, claimId } }: { statement: Statement }) {
  const { t } = useTranslation(['claim', 'common']);
  const [isOpen, setOpen] = useState(false);
  const strike = useMutation({
    mutationFn: (reason: string) =>
      api.POST('/api/v1/statements/{id}/strike', { params: { path: { id } }, body: { reason } }),
    onSuccess: () => changed(claimId),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    strike.mutate(textOf(event.currentTarget, 'reason'));
  };
  if (!isOpen)
    return (
      <div>
        <Button variant="danger" onPress={() => setOpen(true)}>
          {t('strike.open')}
        </Button>
      </div>
    );
  return (
    <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(strike.error)}>
      <p>{t('strike.text')}</p>
      <TextField name="reason" label={t('strike.reason')} isRequired autoFocus />
      <Refused error={strike.error} names={['reason']} />
      <Submit onCancel={() => setOpen(false)} isPending={strike.isPending} isDanger>
        {t('strike.do')}
      </Submit>
    </Form>
  );
}
