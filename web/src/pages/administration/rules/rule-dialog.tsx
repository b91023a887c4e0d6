import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { Button } from '../../../parts/button';
import { Actions, Dialog } from '../../../parts/dialog';
import { Fields, Select } from '../../../parts/fields';
import { ChooseSome, NumberBox, WordsBox } from '../kit/boxes';
import form from '../kit/form.module.css';
import { useNames } from './names';
import { PartyPicker, SourcePicker } from './pickers';
import { ANY, type Queue, type Rule } from './rule';

const CORROBORATIONS = [
  'contested',
  'corroborated',
  'single_source',
  'retracted',
  'denied',
  'unsourced',
] as const;

interface RuleDialogProps {
  /** Null: a new one. */
  rule: Rule | null;
  queues: Queue[];
  onPut(rule: Rule): void;
  onClose(): void;
}

/** What a rule asks of a claim, and where it sends it. It is saved with the others. */
export function RuleDialog({ rule, queues, onPut, onClose }: RuleDialogProps) {
  const { t } = useTranslation(['administration', 'common']);
  const [when, setWhen] = useState(rule?.when ?? ANY);
  const [queueId, setQueueId] = useState<string | null>(rule?.queueId ?? null);
  const nameOf = useNames(when);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (queueId !== null) onPut({ key: rule?.key ?? `new-${Date.now()}`, when, queueId });
  };
  return (
    <Dialog title={t(rule === null ? 'rules.add' : 'rules.change')} isOpen onClose={onClose} isWide>
      <Form className={form.form} onSubmit={submit}>
        <p className={form.quiet}>{t('rules.whenHint')}</p>
        <Fields>
          <WordsBox
            name="topics"
            label={t('rules.topics')}
            hint={t('rules.topicsHint')}
            value={when.topics}
            onChange={(topics) => setWhen({ ...when, topics })}
          />
          <WordsBox
            name="languages"
            label={t('rules.languages')}
            hint={t('languagesHint')}
            value={when.languages}
            onChange={(languages) => setWhen({ ...when, languages })}
          />
          <PartyPicker
            value={when.parties}
            nameOf={nameOf}
            onChange={(parties) => setWhen({ ...when, parties })}
          />
          <SourcePicker
            value={when.sources}
            nameOf={nameOf}
            onChange={(sources) => setWhen({ ...when, sources })}
          />
        </Fields>
        <ChooseSome
          label={t('rules.corroboration')}
          choices={CORROBORATIONS.map((key) => ({ key, label: t(`common:corroboration.${key}`) }))}
          value={when.corroboration}
          onChange={(corroboration) => setWhen({ ...when, corroboration })}
        />
        <Fields>
          <NumberBox
            label={t('rules.minPriority')}
            hint={t('rules.minPriorityHint')}
            value={when.minPriority}
            onChange={(minPriority) => setWhen({ ...when, minPriority })}
            min={0}
            max={9}
          />
          <Select
            label={t('rules.queue')}
            name="queueId"
            choices={queues.map(({ id, name }) => ({ key: id, label: name }))}
            value={queueId}
            onChange={setQueueId}
            placeholder={t('choose')}
            isRequired
          />
        </Fields>
        <Actions>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('rules.put')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
