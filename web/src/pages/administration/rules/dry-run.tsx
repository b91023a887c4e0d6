import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, type Schemas } from '../../../api/client';
import { Button } from '../../../parts/button';
import { Section } from '../../../parts/page';
import { Said } from '../../../parts/words';
import form from '../kit/form.module.css';
import { Row, Rows } from '../kit/list';
import { Refused } from '../kit/refused';
import { given, type Queue, type Rule } from './rule';

interface DryRunProps {
  rules: Rule[];
  saved: Schemas['RoutingRules'];
  queues: Queue[];
}

async function tried(body: Schemas['RoutingRulesGiven']): Promise<Schemas['DryRun']> {
  return (await api.POST('/api/v1/routing-rules/dry-run', { body })).data!;
}

/** What the rules as they stand here would do, beside what those in force do. */
export function DryRun({ rules, saved, queues }: DryRunProps) {
  const { t } = useTranslation('administration');
  const asked = JSON.stringify(given(rules));
  const run = useMutation({
    mutationFn: (_asked: string) => Promise.all([tried(given(rules)), tried({ rules: saved.rules })]),
  });
  const nameOf = (id: string | undefined) => queues.find((queue) => queue.id === id)?.name ?? '';
  // What was tried before the rules were changed again says nothing of them.
  const [now, before] = (run.variables === asked ? run.data : undefined) ?? [];
  const was = new Map(before?.claims.map(({ claimId, queueId }) => [claimId, queueId]));
  const changed = now?.claims.filter(({ claimId, queueId }) => was.get(claimId) !== queueId) ?? [];
  return (
    <Section
      title={t('rules.try')}
      actions={
        <Button isPending={run.isPending} onPress={() => run.mutate(asked)}>
          {t('rules.tryDo')}
        </Button>
      }
    >
      <p className={form.quiet}>{t('rules.tryText')}</p>
      <Refused error={run.error} />
      {now !== undefined && (
        <div className={form.form} role="status">
          <p>
            {changed.length === 0
              ? t('rules.sameFor', { count: now.claims.length })
              : t('rules.otherFor', { count: changed.length, of: now.claims.length })}
          </p>
          <Rows label={t('rules.shares')}>
            {now.byQueue.map(({ queueId, count }) => (
              <Row
                key={queueId}
                title={<Said>{nameOf(queueId)}</Said>}
                details={t('rules.share', { count })}
              />
            ))}
          </Rows>
        </div>
      )}
      {changed.length > 0 && (
        <>
          <h3>{t('rules.changes')}</h3>
          <Rows label={t('rules.changes')}>
            {changed.map(({ claimId, text, queueId }) => (
              <Row
                key={claimId}
                title={
                  <Link href={`/claims/${claimId}`}>
                    <Said>{text}</Said>
                  </Link>
                }
                details={
                  <>
                    <Said>{nameOf(was.get(claimId))}</Said> → <Said>{nameOf(queueId)}</Said>
                  </>
                }
              />
            ))}
          </Rows>
        </>
      )}
    </Section>
  );
}
