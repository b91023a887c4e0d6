import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useEvidence, useStatements } from '../../claim/every';
import { Checkbox } from '../../parts/fields';
import { Shown } from '../../parts/page';
import { Said, StanceMark, STANCE_SIGNS } from '../../parts/words';
import { useShortcut } from '../../shell/shortcuts';
import type { Draft } from './drafts';
import type { Claim } from './work';
import styles from './review.module.css';

/** Ids of what came to the claim since it was looked at. */
export interface Ground {
  statements: string[];
  evidence: string[];
}

interface CitationsProps {
  claim: Claim;
  draft: Draft;
  onChange(part: Partial<Draft>): void;
  /** What came since the person began, where the server named it. */
  ground: Ground | null;
}

/** What the decision rests on, ticked out of what the claim has. */
export function Citations({ claim, draft, onChange, ground }: CitationsProps) {
  const { t } = useTranslation('review');
  const group = useRef<HTMLFieldSetElement>(null);
  const statements = useStatements(claim.id);
  const evidence = useEvidence(claim.id);
  const step = useCallback((by: number) => {
    const boxes = [...(group.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
    const at = boxes.findIndex((box) => box === document.activeElement);
    const next = at === -1 ? (by > 0 ? 0 : boxes.length - 1) : (at + by + boxes.length) % boxes.length;
    boxes[next]?.focus();
  }, []);
  useShortcut(
    's',
    t('keys.nextCitation'),
    useCallback(() => step(1), [step]),
  );
  useShortcut(
    'a',
    t('keys.previousCitation'),
    useCallback(() => step(-1), [step]),
  );
  const toggle = (list: string[], id: string) =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  return (
    <fieldset ref={group} className={styles.citations}>
      <legend>
        {t('citations.title')} <kbd aria-hidden="true">s</kbd>
      </legend>
      <Shown of={statements}>
        {(items) => (
          <>
            {items
              .filter(({ struckAt }) => struckAt === null)
              .map((statement) => (
                <Checkbox
                  key={statement.id}
                  isSelected={draft.statements.includes(statement.id)}
                  onChange={() => onChange({ statements: toggle(draft.statements, statement.id) })}
                >
                  <StatementLine
                    statement={statement}
                    isFresh={ground?.statements.includes(statement.id) ?? false}
                  />
                </Checkbox>
              ))}
            {items.length === 0 && <p className={styles.soft}>{t('citations.noStatements')}</p>}
          </>
        )}
      </Shown>
      <Shown of={evidence}>
        {(items) =>
          items.map((item) => (
            <Checkbox
              key={item.id}
              isSelected={draft.evidence.includes(item.id)}
              onChange={() => onChange({ evidence: toggle(draft.evidence, item.id) })}
            >
              <EvidenceLine item={item} isFresh={ground?.evidence.includes(item.id) ?? false} />
            </Checkbox>
          ))
        }
      </Shown>
    </fieldset>
  );
}

function StatementLine({ statement, isFresh }: { statement: Schemas['Statement']; isFresh: boolean }) {
  const { t } = useTranslation('review');
  return (
    <span className={styles.line}>
      <StanceMark stance={statement.stance} /> <Said>{statement.sourceName}</Said>
      {isFresh && <strong className={styles.fresh}> {t('changed.new')}</strong>}
    </span>
  );
}

function EvidenceLine({ item, isFresh }: { item: Schemas['Evidence']; isFresh: boolean }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  return (
    <span className={styles.line}>
      <b>{common(`evidenceKind.${item.kind}`)}</b> <Said>{item.description}</Said>
      {isFresh && <strong className={styles.fresh}> {t('changed.new')}</strong>}
    </span>
  );
}

/** What came since, in one line each: for the note that the claim has changed. */
export function Fresh({ claimId, ground }: { claimId: string; ground: Ground }) {
  const { t } = useTranslation();
  const statements = useStatements(claimId).data ?? [];
  const evidence = useEvidence(claimId).data ?? [];
  return (
    <ul>
      {statements
        .filter(({ id }) => ground.statements.includes(id))
        .map(({ id, stance, sourceName, quote, struckAt }) => (
          <li key={id}>
            <span aria-hidden="true">{STANCE_SIGNS[stance]}</span>{' '}
            {struckAt !== null ? <s>{t(`stance.${stance}`)}</s> : t(`stance.${stance}`)}:{' '}
            <Said>{sourceName}</Said> {quote !== null && <Said isQuote>{quote}</Said>}
          </li>
        ))}
      {evidence
        .filter(({ id }) => ground.evidence.includes(id))
        .map(({ id, kind, description }) => (
          <li key={id}>
            {t(`evidenceKind.${kind}`)}: <Said>{description}</Said>
          </li>
        ))}
    </ul>
  );
}
