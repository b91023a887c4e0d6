import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { TextField } from '../../parts/fields';
import { Problem } from '../../parts/page';
import { useShortcut } from '../../shell/shortcuts';
import { ChangedNote } from './changed-note';
import { ConfidenceChoice, RatingChoice } from './choices';
import { Citations } from './citations';
import { groundOf, type Missing, missingOf, useContradiction, useDeciding } from './deciding';
import type { Confidence, Draft, DraftKey } from './drafts';
import type { LeaseInHand } from './lease';
import type { Assignment, Claim } from './work';
import styles from './review.module.css';

interface DecisionFormProps {
  assignment: Assignment;
  claim: Claim;
  lease: LeaseInHand;
  draftKey: DraftKey;
  draft: Draft;
  change(part: Partial<Draft>): void;
  isKept: boolean;
}

/** What the person decides, and on what ground. All that is typed is kept with each change. */
export function DecisionForm(props: DecisionFormProps) {
  const { assignment, claim, lease, draftKey, draft, change, isKept } = props;
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const form = useRef<HTMLDivElement>(null);
  const deciding = useDeciding(assignment, lease, draftKey);
  const { refusal } = deciding;
  const isAskedWhy = refusal?.errors.some(({ path }) => path === 'overrideReason') ?? false;
  const isReasonNeeded = useContradiction(claim, draft) || isAskedWhy;
  const [wasTried, setTried] = useState(false);
  const missing = missingOf(draft, isReasonNeeded);
  const lacks = (field: Missing) => wasTried && missing.includes(field);
  const ground = groundOf(refusal);
  const submit = () => {
    if (!lease.isLive || deciding.isPending) return;
    setTried(true);
    const [first] = missing;
    if (first === undefined) deciding.send(draft);
    else focusField(form.current, first);
  };
  useCtrlEnter(submit);
  useShortcut(
    'e',
    t('form.rationale'),
    useCallback(() => focusField(form.current, 'rationale'), []),
  );
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') form.current?.focus();
  };
  return (
    <div ref={form} tabIndex={-1} className={styles.form} role="form" aria-label={t('form.title')}>
      <RatingChoice
        fieldName="rating"
        value={draft.rating}
        onChange={useCallback((rating: string) => change({ rating }), [change])}
        isMissing={lacks('rating')}
      />
      {isReasonNeeded && (
        <div data-field="overrideReason">
          <TextField
            label={t('form.override')}
            hint={t('form.overrideHint', { status: common(`corroboration.${claim.corroboration.status}`) })}
            lines={2}
            value={draft.overrideReason}
            onChange={(overrideReason) => change({ overrideReason })}
            onKeyDown={leave}
            isInvalid={lacks('overrideReason')}
            maxLength={10_000}
          />
        </div>
      )}
      <ConfidenceChoice
        fieldName="confidence"
        value={draft.confidence}
        onChange={useCallback((confidence: Confidence) => change({ confidence }), [change])}
        isMissing={lacks('confidence')}
      />
      <div data-field="rationale">
        <TextField
          label={t('form.rationale')}
          hint={t('form.rationaleHint')}
          lines={5}
          value={draft.rationale}
          onChange={(rationale) => change({ rationale })}
          onKeyDown={leave}
          isInvalid={lacks('rationale')}
          maxLength={10_000}
        />
      </div>
      <Citations claim={claim} draft={draft} onChange={change} ground={ground} />
      <ChangedNote
        claim={claim}
        draft={draft}
        ground={ground}
        onSeen={() => {
          change({ seenVersion: claim.version });
          deciding.forget();
        }}
      />
      {refusal !== null && ground === null && !isAskedWhy && lease.isLive && <Problem error={refusal} />}
      {wasTried && missing.length > 0 && (
        <p role="alert" className={styles.error}>
          {t('form.missing')}
        </p>
      )}
      <div className={styles.foot}>
        <Button
          variant="primary"
          onPress={submit}
          isDisabled={!lease.isLive}
          isPending={deciding.isPending}
          shortcut="Ctrl ↵"
        >
          {t('form.decide')}
        </Button>
        <span className={styles.soft}>{isKept ? t('draft.kept') : t('draft.notKept')}</span>
      </div>
    </div>
  );
}

/** Where the keys go: the chosen or first radio of a group, or the text. */
function focusField(form: HTMLElement | null, field: Missing): void {
  const place = form?.querySelector(`[data-field=${field}]`);
  place?.querySelector<HTMLElement>('textarea, input')?.focus();
}

/** Sends from anywhere on the page, also from amid a text; not while a dialog is open. */
function useCtrlEnter(run: () => void): void {
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat;
    if (!isSend || document.querySelector('[role=dialog], [role=alertdialog]')) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onKey(event);
    // On the way down: a field tells nobody above it of its keys.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
