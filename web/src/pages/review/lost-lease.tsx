import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../api/client';
import { useFormats } from '../../i18n';
import { Button, LinkButton } from '../../parts/button';
import { Problem } from '../../parts/page';
import { notify } from '../../shell/notices';
import type { Draft } from './drafts';
import { type Assignment, useTake } from './work';
import styles from './review.module.css';

/** That the claim is not in the person's hands any more, who has it, and that nothing typed is lost. */
export function LostLease({
  assignment,
  ended,
  draft,
}: {
  assignment: Assignment;
  ended: Refusal | null;
  draft: Draft;
}) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const take = useTake({ stays: true });
  const more = (ended?.more ?? {}) as {
    state?: Assignment['state'];
    reason?: string | null;
    holder?: { name: string | null } | null;
    expiresAt?: string | null;
  };
  const state = more.state ?? assignment.state;
  const copy = () =>
    navigator.clipboard
      .writeText([draft.rationale, draft.overrideReason].filter((text) => text !== '').join('\n\n'))
      .then(
        () => notify(common('copied')),
        () => notify(t('lost.copyFailed'), 'failed'),
      );
  return (
    <div className={styles.lost} role="alert">
      <h3>{t('lost.title')}</h3>
      <p>
        {state === 'expired' ? t('lost.expired') : t('lost.ended', { state: common(`assignment.${state}`) })}{' '}
        {more.reason != null && <q dir="auto">{more.reason}</q>}
      </p>
      {ended !== null && (
        <p>
          {more.holder == null
            ? t('lost.nobody')
            : t('lost.holder', {
                name: more.holder.name ?? '–',
                until: more.expiresAt == null ? '' : formats.moment(more.expiresAt),
              })}
        </p>
      )}
      <p>{t('lost.kept')}</p>
      <div className={styles.row}>
        <Button
          variant="primary"
          shortcut="n"
          onPress={() => take.mutate(assignment.queueId)}
          isPending={take.isPending}
        >
          {t('lost.take')}
        </Button>
        {window.isSecureContext && <Button onPress={() => void copy()}>{t('lost.copy')}</Button>}
        <LinkButton href={`/claims/${assignment.claimId}`}>{t('lost.look')}</LinkButton>
      </div>
      <Problem error={take.error} />
    </div>
  );
}
