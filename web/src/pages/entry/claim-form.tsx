import { useMutation } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { useLocation } from 'wouter';
import { api, type Schemas } from '../../api/client';
import { requestKey } from '../../claim/request-key';
import { fieldErrors } from '../../claim/source-form';
import { Button } from '../../parts/button';
import { Actions } from '../../parts/dialog';
import { Page, Problem, Section } from '../../parts/page';
import { useSession } from '../../session/session';
import { claimOf, type ClaimDraft, noClaim } from './claim-draft';
import { ClaimDetails, ClaimText } from './claim-fields';
import { keep, useKept } from './kept';
import { Similar } from './similar';
import { StatementFields } from './statement-fields';
import { NO_TABLE, Table, type TableDraft } from './table';
import styles from './entry.module.css';

/** A claim with its first statement, in one form. */
export function ClaimForm({ onEntered }: { onEntered(claim: Schemas['SubmittedClaim']): void }) {
  const { t, i18n } = useTranslation('entry');
  const { me } = useSession();
  const [, go] = useLocation();
  const kept = useKept<ClaimDraft>(`claim.${me.id}`, noClaim(i18n.language));
  const table = useKept<TableDraft>(`table.${me.id}`, NO_TABLE);
  const draft = kept.value;
  const enter = useMutation({
    mutationFn: async ({ body, key }: { body: Schemas['NewClaim']; key: string }) =>
      (await api.POST('/api/v1/claims', { body, params: { header: { 'Idempotency-Key': key } } })).data!,
    onSuccess: (claim) => {
      kept.forget();
      if (!draft.isTable) return onEntered(claim);
      keep(`table.${me.id}.${claim.id}`, table.value);
      table.forget();
      go(`/claims/new?claimId=${claim.id}`, { replace: true });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = claimOf(draft);
    const text = JSON.stringify(body);
    const sent = draft.sent?.body === text ? draft.sent : { body: text, key: requestKey() };
    kept.change({ sent });
    enter.mutate({ body, key: sent.key });
  };
  const fields = { draft, set: (change: Partial<ClaimDraft>) => kept.change(change) };
  return (
    <Page title={t('title')} actions={<Button onPress={kept.forget}>{t('clear')}</Button>}>
      <Form className={styles.entry} onSubmit={submit} validationErrors={fieldErrors(enter.error)}>
        <div className={styles.main}>
          <ClaimText {...fields} />
        </div>
        <div className={styles.similar}>
          <Similar text={draft.text} language={draft.language} url={addressOf(draft)} />
        </div>
        <div className={styles.rest}>
          <FirstStatements {...fields} table={table} />
          <ClaimDetails {...fields} />
          <Problem error={enter.error} />
          <Actions>
            <Button type="submit" variant="primary" isPending={enter.isPending}>
              {draft.isTable ? t('enterThenTable') : t('enter')}
            </Button>
          </Actions>
        </div>
      </Form>
    </Page>
  );
}

interface FirstStatementsProps {
  draft: ClaimDraft;
  set(change: Partial<ClaimDraft>): void;
  table: ReturnType<typeof useKept<TableDraft>>;
}

function FirstStatements({ draft, set, table }: FirstStatementsProps) {
  const { t } = useTranslation('entry');
  return (
    <Section
      title={draft.isTable ? t('statements') : t('statement')}
      actions={
        <Button onPress={() => set({ isTable: !draft.isTable })}>
          {draft.isTable ? t('oneStatement') : t('pasteTable')}
        </Button>
      }
    >
      {draft.isTable ? (
        <Table table={table.value} change={table.change}>
          <p>{t('table.afterClaim')}</p>
        </Table>
      ) : (
        <StatementFields statement={draft.statement} onChange={(statement) => set({ statement })} />
      )}
    </Section>
  );
}

/** The first address that is one: where the claim appeared, or where the statement was made. */
function addressOf({ appearances, statement }: ClaimDraft): string {
  const all = [...appearances.map(({ url }) => url), statement.url];
  return all.map((url) => url.trim()).find((url) => /^https?:/i.test(url) && URL.canParse(url)) ?? '';
}
