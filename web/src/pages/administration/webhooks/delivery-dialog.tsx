import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Actions, Dialog } from '../../../parts/dialog';
import { Empty, Shown } from '../../../parts/page';
import { Parts, Row, Rows } from '../kit/list';
import styles from './webhooks.module.css';

/** What was sent and what was answered, attempt by attempt. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation(['administration', 'common']);
  const delivery = hooks.useQuery('get', '/api/v1/deliveries/{id}', { params: { path: { id } } });
  return (
    <Dialog title={t('webhooks.logTitle')} isOpen onClose={onClose} isWide>
      <Shown of={delivery}>
        {({ log, event }) => (
          <>
            {log.length === 0 ? (
              <Empty>{t('webhooks.untried')}</Empty>
            ) : (
              <Rows label={t('webhooks.logTitle')}>
                {log.map((attempt) => (
                  <AttemptRow key={attempt.number} attempt={attempt} />
                ))}
              </Rows>
            )}
            <h3>{t('webhooks.message')}</h3>
            <Code label={t('webhooks.message')} text={JSON.stringify(event, null, 2)} />
          </>
        )}
      </Shown>
      <Actions>
        <Button onPress={onClose}>{t('common:close')}</Button>
      </Actions>
    </Dialog>
  );
}

function AttemptRow({ attempt }: { attempt: Schemas['Attempt'] }) {
  const { t } = useTranslation('administration');
  const { moment, number } = useFormats();
  const { answer, error, beganAt, durationMs } = attempt;
  return (
    <Row
      title={answer === null ? <bdi>{error}</bdi> : t('webhooks.answered', { status: answer.status })}
      details={
        <Parts
          of={[
            t('webhooks.attempt', { number: attempt.number }),
            moment(beganAt),
            t('webhooks.took', { ms: number(durationMs) }),
          ]}
        />
      }
    >
      {answer !== null && answer.body !== '' && (
        <Code label={t('webhooks.answerOf', { number: attempt.number })} text={answer.body} />
      )}
    </Row>
  );
}

/** Text of machines; where it is too wide it is scrolled, by keys too. */
function Code({ label, text }: { label: string; text: string }) {
  return (
    <pre className={styles.code} tabIndex={0} role="group" aria-label={label}>
      {text}
    </pre>
  );
}
