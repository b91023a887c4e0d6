import { type ReactNode, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, hooks, type Schemas } from '../api/client';
import { Button } from '../parts/button';
import { Shown } from '../parts/page';
import { Outside, Said, When } from '../parts/words';
import { useSession } from '../session/session';
import { EvidencePreview } from './evidence-preview';
import styles from './evidence.module.css';
import { GoneDialog } from './gone-dialog';
import { changed, Refused } from './refused';

type Evidence = Schemas['Evidence'];

/** One item of evidence: what it is, which way it points, where it is, and whether it is still there. */
export function EvidenceItem({ item }: { item: Evidence }) {
  const { t } = useTranslation(['claim', 'common']);
  const { id, kind, bearing, url, fileId, description, goneAt } = item;
  return (
    <li className={styles.item} data-gone={goneAt === null ? undefined : true}>
      {kind === 'image' && fileId !== null && <EvidencePreview item={item} />}
      <div className={styles.about}>
        <p className={styles.kind}>
          {t(`common:evidenceKind.${kind}`)} · <strong>{t(`common:bearing.${bearing}`)}</strong>
          {item.sensitive && <span className={styles.tag}>{t('evidence.sensitive')}</span>}
        </p>
        {description !== '' && (
          <p>
            <Said>{description}</Said>
          </p>
        )}
        {url !== null && <Outside href={url} />}
        {goneAt !== null && (
          <p className={styles.gone}>
            {t('evidence.goneAt')} <When value={goneAt} /> <Said>{item.goneReason ?? ''}</Said>
          </p>
        )}
        <Facts item={item} />
        <p className={styles.links}>
          {fileId !== null && (
            <a href={`/api/v1/evidence/${id}/file`} download>
              {t('evidence.download')}
            </a>
          )}
          <a href={`/api/v1/evidence/${id}/custody`} target="_blank" rel="noopener">
            {t('evidence.custody')}
          </a>
        </p>
        <Doings item={item} />
      </div>
    </li>
  );
}

function Facts({ item: { addedAt, capturedAt, sha256, lastCheck } }: { item: Evidence }) {
  const { t } = useTranslation('claim');
  return (
    <dl className={styles.facts}>
      <Fact name={t('evidence.addedAt')}>
        <When value={addedAt} />
      </Fact>
      {capturedAt !== null && (
        <Fact name={t('evidence.capturedAt')}>
          <When value={capturedAt} />
        </Fact>
      )}
      {lastCheck !== null && (
        <Fact name={t('evidence.lastCheck')}>
          {t(`evidence.outcome.${lastCheck.outcome}`)} <When value={lastCheck.at} />
        </Fact>
      )}
      {sha256 !== null && (
        <Fact name="SHA-256">
          <code>{sha256}</code>
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

function Doings({ item: { id, claimId, url, goneAt } }: { item: Evidence }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const [isShown, setShown] = useState(false);
  const [isGoing, setGoing] = useState(false);
  const look = useMutation({
    mutationFn: () => api.POST('/api/v1/evidence/{id}/captures', { params: { path: { id } } }),
    onSuccess: () => changed(claimId),
  });
  return (
    <>
      <div className={styles.doings}>
        {url !== null && (
          <Button variant="quiet" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
            {t('evidence.captures')}
          </Button>
        )}
        {url !== null && goneAt === null && may('evidence.add') && (
          <Button variant="quiet" isPending={look.isPending} onPress={() => look.mutate()}>
            {t('evidence.look')}
          </Button>
        )}
        {goneAt === null && may('evidence.mark-gone') && (
          <Button variant="quiet" onPress={() => setGoing(true)}>
            {t('evidence.markGone')}
          </Button>
        )}
      </div>
      <Refused error={look.error} />
      {isShown && <Captures evidenceId={id} />}
      {isGoing && <GoneDialog evidenceId={id} claimId={claimId} onClose={() => setGoing(false)} />}
    </>
  );
}

function Captures({ evidenceId }: { evidenceId: string }) {
  const { t } = useTranslation('claim');
  const captures = hooks.useQuery('get', '/api/v1/evidence/{id}/captures', {
    params: { path: { id: evidenceId } },
  });
  return (
    <Shown of={captures}>
      {({ items }) => (
        <ol className={styles.captures}>
          {items.length === 0 && <li>{t('evidence.noCaptures')}</li>}
          {items.map(({ id, outcome, finishedAt, status, fault }) => (
            <li key={id}>
              <When value={finishedAt} /> {t(`evidence.outcome.${outcome}`)}{' '}
              {status !== null && <span>({status})</span>} {fault !== null && <Said>{fault}</Said>}
            </li>
          ))}
        </ol>
      )}
    </Shown>
  );
}
