import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { Empty, Loading, Page } from '../../parts/page';
import { type Permission, useSession } from '../../session/session';
import styles from './administration.module.css';

const Webhook = lazy(() => import('./webhooks/webhook-page'));
const Import = lazy(() => import('./imports/import-page'));

/** What there is to administer, each with what one must be allowed to do to be shown it. */
const SECTIONS = [
  { key: 'members', permission: 'member.manage', Body: lazy(() => import('./members/members-page')) },
  { key: 'keys', permission: 'api-key.manage', Body: lazy(() => import('./keys/keys-page')) },
  { key: 'queues', permission: 'queue.manage', Body: lazy(() => import('./queues/queues-page')) },
  { key: 'rules', permission: 'routing.change', Body: lazy(() => import('./rules/rules-page')) },
  { key: 'scale', permission: 'rating.change', Body: lazy(() => import('./scale/scale-page')) },
  { key: 'words', permission: 'rating.change', Body: lazy(() => import('./words/words-page')) },
  { key: 'imports', permission: 'claim.import', Body: lazy(() => import('./imports/imports-page')) },
  { key: 'policy', permission: 'policy.change', Body: lazy(() => import('./policy/policy-page')) },
  { key: 'webhooks', permission: 'webhook.manage', Body: lazy(() => import('./webhooks/webhooks-page')) },
  {
    key: 'workspace',
    permission: 'workspace.change',
    Body: lazy(() => import('./workspace/workspace-page')),
  },
] as const satisfies readonly { key: string; permission: Permission; Body: unknown }[];

export default function AdministrationPage() {
  const { t } = useTranslation(['administration', 'common']);
  const { may } = useSession();
  const [location] = useLocation();
  const sections = SECTIONS.filter(({ permission }) => may(permission));
  const first = sections[0];
  if (first === undefined || !may('queue.manage')) {
    return (
      <Page title={t('common:nav.administration')}>
        <Empty>{t('notYours')}</Empty>
      </Page>
    );
  }
  return (
    <div className={styles.administration}>
      <nav className={styles.sections} aria-label={t('common:nav.administration')}>
        <ul>
          {sections.map(({ key }) => (
            <li key={key}>
              <Link
                href={`/administration/${key}`}
                aria-current={location.startsWith(`/administration/${key}`) ? 'page' : undefined}
              >
                {t(`${key}.title`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense fallback={<Loading />}>
        <Switch>
          {sections.map(({ key, Body }) => (
            <Route key={key} path={`/administration/${key}`} component={Body} />
          ))}
          {may('webhook.manage') && (
            <Route path="/administration/webhooks/:id">{({ id }) => <Webhook key={id} id={id} />}</Route>
          )}
          <Route path="/administration/imports/:id">{({ id }) => <Import key={id} id={id} />}</Route>
          <Route>
            <Redirect to={`/administration/${first.key}`} replace />
          </Route>
        </Switch>
      </Suspense>
    </div>
  );
}
