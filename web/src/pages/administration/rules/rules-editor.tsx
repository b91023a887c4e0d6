import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Actions } from '../../../parts/dialog';
import { Empty, Section } from '../../../parts/page';
import { notify } from '../../../shell/notices';
import form from '../kit/form.module.css';
import { moved } from '../kit/moved';
import { Refused } from '../kit/refused';
import { useDraft, useSaving } from '../kit/saving';
import { DryRun } from './dry-run';
import { given, keyed, type Queue, type Rule } from './rule';
import { RuleDialog } from './rule-dialog';
import { RuleList } from './rule-list';

const RULES = '/api/v1/routing-rules';

/** The rules, edited as a whole and saved as a whole. */
export function RulesEditor({ saved, queues }: { saved: Schemas['RoutingRules']; queues: Queue[] }) {
  const { t } = useTranslation(['administration', 'common']);
  const { moment } = useFormats();
  const draft = useDraft(keyed(saved.rules), saved.version);
  const send = (rules: Rule[], ifMatch: string) =>
    api.PUT(RULES, { params: { header: { 'If-Match': ifMatch } }, body: given(rules) });
  const save = useSaving(draft, RULES, send, () => notify(t('saved')));
  const [opened, open] = useState<Rule | 'new' | null>(null);
  const [said, say] = useState('');
  const rules = draft.value;
  const move = (index: number, by: -1 | 1) => {
    const next = moved(rules, index, by);
    if (next === rules) return;
    draft.change(next);
    say(t('rules.moved', { place: index + by + 1, of: rules.length }));
  };
  const put = (rule: Rule) => {
    const isKnown = rules.some(({ key }) => key === rule.key);
    draft.change(isKnown ? rules.map((other) => (other.key === rule.key ? rule : other)) : [...rules, rule]);
    open(null);
  };
  const remove = (rule: Rule) => draft.change(rules.filter(({ key }) => key !== rule.key));
  return (
    <>
      <Section title={t('rules.all')} actions={<Button onPress={() => open('new')}>{t('rules.add')}</Button>}>
        <p className={form.quiet}>{t('inForceSince', { moment: moment(saved.validFrom) })}</p>
        {rules.length === 0 ? (
          <Empty>{t('rules.empty')}</Empty>
        ) : (
          <RuleList rules={rules} queues={queues} onMove={move} onOpen={open} onRemove={remove} />
        )}
        <p className="unseen" role="status">
          {said}
        </p>
        <Refused error={save.error} />
        <Actions>
          {draft.isChanged && <Button onPress={draft.reset}>{t('discard')}</Button>}
          <Button
            variant="primary"
            isDisabled={!draft.isChanged}
            isPending={save.isPending}
            onPress={() => save.mutate(rules)}
          >
            {t('rules.save')}
          </Button>
        </Actions>
      </Section>
      <DryRun rules={rules} saved={saved} queues={queues} />
      {opened !== null && (
        <RuleDialog
          rule={opened === 'new' ? null : opened}
          queues={queues}
          onPut={put}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}
