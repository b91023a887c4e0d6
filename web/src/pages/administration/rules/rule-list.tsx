import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Said } from '../../../parts/words';
import { Parts, Row } from '../kit/list';
import list from '../kit/list.module.css';
import { useNames } from './names';
import type { Queue, Rule, When } from './rule';

interface RuleListProps {
  rules: Rule[];
  queues: Queue[];
  onMove(index: number, by: -1 | 1): void;
  onOpen(rule: Rule): void;
  onRemove(rule: Rule): void;
}

/** The rules in their order, which decides. */
export function RuleList({ rules, queues, onMove, onOpen, onRemove }: RuleListProps) {
  const { t } = useTranslation('administration');
  const nameOf = (id: string) => queues.find((queue) => queue.id === id)?.name ?? id;
  return (
    <ol className={list.rows} aria-label={t('rules.all')}>
      {rules.map((rule, index) => {
        const place = index + 1;
        return (
          <Row
            key={rule.key}
            title={
              <>
                {place}. → <Said>{nameOf(rule.queueId)}</Said>
              </>
            }
            details={<Conditions when={rule.when} />}
            actions={
              <>
                <Button aria-label={t('rules.up', { place })} onPress={() => onMove(index, -1)}>
                  ↑
                </Button>
                <Button aria-label={t('rules.down', { place })} onPress={() => onMove(index, 1)}>
                  ↓
                </Button>
                <Button aria-label={t('rules.changeOf', { place })} onPress={() => onOpen(rule)}>
                  {t('change')}
                </Button>
                <Button
                  variant="danger"
                  aria-label={t('rules.removeOf', { place })}
                  onPress={() => onRemove(rule)}
                >
                  {t('remove')}
                </Button>
              </>
            }
          />
        );
      })}
    </ol>
  );
}

/** What a claim must be like for a rule, in words. */
function Conditions({ when }: { when: When }) {
  const { t } = useTranslation(['administration', 'common']);
  const formats = useFormats();
  const names = useNames(when);
  const any = (words: string[]) => formats.list(words);
  const said = [
    when.topics.length > 0 && t('rules.ifTopics', { words: any(when.topics) }),
    when.languages.length > 0 &&
      t('rules.ifLanguages', { words: any(when.languages.map((tag) => formats.language(tag))) }),
    when.parties.length > 0 && t('rules.ifParties', { words: any(when.parties.map(names)) }),
    when.sources.length > 0 && t('rules.ifSources', { words: any(when.sources.map(names)) }),
    when.corroboration.length > 0 &&
      t('rules.ifCorroboration', {
        words: any(when.corroboration.map((key) => t(`common:corroboration.${key}`))),
      }),
    when.minPriority !== null && t('rules.ifPriority', { number: when.minPriority }),
  ];
  return said.some((part) => part !== false) ? <Parts of={said} /> : t('rules.ifAny');
}
