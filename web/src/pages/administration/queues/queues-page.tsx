import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Page, Section } from '../../../parts/page';
import { Said } from '../../../parts/words';
import { Listed, Mark, PAGES, Parts, Row } from '../kit/list';
import { QueueDialog } from './queue-dialog';

type Queue = Schemas['Queue'];

export default function QueuesPage() {
  const { t } = useTranslation('administration');
  const queues = hooks.useInfiniteQuery(
    'get',
    '/api/v1/queues',
    { params: { query: { limit: 100 } } },
    PAGES,
  );
  const all = queues.data?.pages.flatMap(({ items }) => items) ?? [];
  const [opened, open] = useState<Queue | 'new' | null>(null);
  return (
    <Page
      title={t('queues.title')}
      actions={
        <Button variant="primary" onPress={() => open('new')}>
          {t('queues.create')}
        </Button>
      }
    >
      <p>{t('queues.text')}</p>
      <Section title={t('queues.all')}>
        <Listed of={queues} label={t('queues.all')} empty={null}>
          {(queue) => <QueueRow key={queue.id} queue={queue} onChange={() => open(queue)} />}
        </Listed>
      </Section>
      {opened !== null && (
        <QueueDialog queue={opened === 'new' ? null : opened} queues={all} onClose={() => open(null)} />
      )}
    </Page>
  );
}

function QueueRow({ queue, onChange }: { queue: Queue; onChange(): void }) {
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const { name, reviews, mode, leaseSeconds, languages, skills, dueHours } = queue;
  return (
    <Row
      title={<Said>{name}</Said>}
      marks={
        <>
          {queue.isDefault && <Mark>{t('queues.default')}</Mark>}
          {mode === 'push' && <Mark>{t('queues.mode.push')}</Mark>}
        </>
      }
      details={
        <Parts
          of={[
            t('queues.reviewsOf', { count: reviews }),
            reviews > 1 && t(queue.blind ? 'queues.isBlind' : 'queues.isOpen'),
            t('queues.leaseOf', { length: formats.length(leaseSeconds * 1000) }),
            dueHours !== null && t('queues.dueOf', { length: formats.length(dueHours * 3_600_000) }),
            languages.length > 0 && formats.list(languages.map((tag) => formats.language(tag))),
            skills.length > 0 && <Said>{formats.list(skills)}</Said>,
          ]}
        />
      }
      actions={
        <Button aria-label={t('changeOf', { name })} onPress={onChange}>
          {t('change')}
        </Button>
      }
    />
  );
}
