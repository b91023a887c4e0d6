import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Page, Section } from '../../../parts/page';
import { Listed, PAGES, Parts, Row } from '../kit/list';
import { Progress, StateMark } from './progress';
import { UploadForm } from './upload-form';

export default function ImportsPage() {
  const { t } = useTranslation('administration');
  const imports = hooks.useInfiniteQuery(
    'get',
    '/api/v1/imports',
    { params: { query: { limit: 50 } } },
    PAGES,
  );
  return (
    <Page title={t('imports.title')}>
      <Section title={t('imports.new')}>
        <UploadForm />
      </Section>
      <Section title={t('imports.all')}>
        <Listed of={imports} label={t('imports.all')} empty={t('imports.empty')}>
          {(one) => <ImportRow key={one.id} of={one} />}
        </Listed>
      </Section>
    </Page>
  );
}

function ImportRow({ of: one }: { of: Schemas['Import'] }) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  return (
    <Row
      title={<Link href={`/administration/imports/${one.id}`}>{moment(one.createdAt)}</Link>}
      marks={<StateMark of={one} />}
      details={
        <Parts
          of={[
            t(`imports.formats.${one.format}`),
            t('imports.rows', { count: one.rows }),
            one.refused > 0 && t('imports.refusedOf', { count: one.refused }),
          ]}
        />
      }
    >
      {one.state === 'running' && <Progress of={one} />}
    </Row>
  );
}
