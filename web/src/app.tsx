import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Route, Switch } from 'wouter';
import { Empty, Loading, Page, Problem } from './parts/page';
import { LinkButton } from './parts/button';
import { SessionProvider, useSignedIn } from './session/session';
import { Shell } from './shell/shell';

// A page's script is read when the page is first shown; those of the work itself while nobody waits for them.
const Dashboard = lazy(() => import('./pages/dashboard/dashboard-page'));
const Claims = lazy(() => import('./pages/claims/claims-page'));
const NewClaim = lazy(() => import('./pages/entry/new-claim-page'));
const ClaimPage = lazy(() => import('./pages/claim/claim-page'));
const Review = lazy(() => import('./pages/review/review-page'));
const Work = lazy(() => import('./pages/review/work-page'));
const Sources = lazy(() => import('./pages/sources/sources-page'));
const NewSource = lazy(() => import('./pages/sources/new-source-page'));
const SourcePage = lazy(() => import('./pages/sources/source-page'));
const Administration = lazy(() => import('./pages/administration/administration-page'));
const Account = lazy(() => import('./pages/account/account-page'));
const SignIn = lazy(() => import('./pages/entrance/sign-in-page'));
const Invitation = lazy(() => import('./pages/entrance/invitation-page'));
const Setup = lazy(() => import('./pages/entrance/setup-page'));

export function App() {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/setup" component={Setup} />
          <Route path="/invitation" component={Invitation} />
          <Route component={Desk} />
        </Switch>
      </Suspense>
    </I18nProvider>
  );
}

/** The pages of whoever is signed in; who is not is asked to, and then goes on where they wanted to. */
function Desk() {
  const { signedIn, error, retry } = useSignedIn();
  const isSignedIn = Boolean(signedIn);
  useEffect(() => {
    if (isSignedIn) window.setTimeout(() => void import('./pages/review/work-page'), 1000);
  }, [isSignedIn]);
  if (signedIn === undefined) return error === null ? <Loading /> : <Problem error={error} onRetry={retry} />;
  if (signedIn === null) return <SignIn />;
  return (
    <SessionProvider value={signedIn}>
      <Shell>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={Dashboard} />
            <Route path="/sign-in" component={Dashboard} />
            <Route path="/claims" component={Claims} />
            <Route path="/claims/new" component={NewClaim} />
            <Route path="/claims/:id">{({ id }) => <ClaimPage key={id} id={id} />}</Route>
            <Route path="/review" component={Review} />
            <Route path="/review/:id">{({ id }) => <Work key={id} id={id} />}</Route>
            <Route path="/sources" component={Sources} />
            <Route path="/sources/new" component={NewSource} />
            <Route path="/sources/:id">{({ id }) => <SourcePage key={id} id={id} />}</Route>
            <Route path="/administration/*?" component={Administration} />
            <Route path="/account" component={Account} />
            <Route component={Nowhere} />
          </Switch>
        </Suspense>
      </Shell>
    </SessionProvider>
  );
}

function Nowhere() {
  const { t } = useTranslation();
  return (
    <Page title={t('nowhere.title')}>
      <Empty>
        <p>{t('nowhere.text')}</p>
        <LinkButton href="/">{t('nav.dashboard')}</LinkButton>
      </Empty>
    </Page>
  );
}
