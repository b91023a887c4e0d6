import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useRoute } from 'wouter';
import { useConnected, useLive } from '../api/live';
import { Button } from '../parts/button';
import { useSession } from '../session/session';
import { AccountMenu } from './account-menu';
import { Notices } from './notices';
import { ShortcutList } from './shortcut-list';
import { useShortcut, useShortcutKeys } from './shortcuts';
import styles from './shell.module.css';

/** What stands around every page: the ways to the others, who is signed in, and what just happened. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { may, session, me } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [areKeysShown, showKeys] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useLive();
  useShortcutKeys();
  useGoing();
  useShortcut(
    '?',
    t('keys.list'),
    useCallback(() => showKeys(true), []),
  );
  const place = session.places.find(({ workspaceId }) => workspaceId === me.workspaceId);
  return (
    <div className={styles.shell}>
      <a href="#page" className={styles.skip}>
        {t('nav.skip')}
      </a>
      <header className={styles.bar}>
        <Link href="/" className={styles.brand}>
          Second Source
        </Link>
        <span className={styles.workspace} dir="auto">
          {place?.name}
        </span>
        <span className={styles.toggle}>
          <Button
            variant="quiet"
            aria-expanded={isOpen}
            aria-controls="navigation"
            onPress={() => setOpen(!isOpen)}
          >
            {t('nav.menu')}
          </Button>
        </span>
      </header>
      <nav id="navigation" className={styles.nav} data-open={isOpen || undefined} aria-label={t('nav.main')}>
        <Way href="/" onGo={close}>
          {t('nav.dashboard')}
        </Way>
        {may('review.take') && (
          <Way href="/review" onGo={close}>
            {t('nav.review')}
          </Way>
        )}
        <Way href="/claims" onGo={close}>
          {t('nav.claims')}
        </Way>
        <Way href="/sources" onGo={close}>
          {t('nav.sources')}
        </Way>
        {may('queue.manage') && (
          <Way href="/administration" onGo={close}>
            {t('nav.administration')}
          </Way>
        )}
        <div className={styles.foot}>
          <Connection />
          <Button variant="quiet" onPress={() => showKeys(true)} shortcut="?">
            {t('keys.title')}
          </Button>
          <AccountMenu />
        </div>
      </nav>
      <main id="page" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <Notices />
      <ShortcutList isOpen={areKeysShown} onClose={() => showKeys(false)} />
    </div>
  );
}

function Way({ href, onGo, children }: { href: string; onGo(): void; children: ReactNode }) {
  const [isHere] = useRoute(href === '/' ? '/' : `${href}/*?`);
  return (
    <Link href={href} className={styles.way} aria-current={isHere ? 'page' : undefined} onClick={onGo}>
      {children}
    </Link>
  );
}

function useGoing(): void {
  const { t } = useTranslation();
  const { may } = useSession();
  const [, go] = useLocation();
  useShortcut(
    'g d',
    t('nav.dashboard'),
    useCallback(() => go('/'), [go]),
  );
  useShortcut(
    'g r',
    t('nav.review'),
    useCallback(() => go('/review'), [go]),
    may('review.take'),
  );
  useShortcut(
    'g c',
    t('nav.claims'),
    useCallback(() => go('/claims'), [go]),
  );
  useShortcut(
    'g s',
    t('nav.sources'),
    useCallback(() => go('/sources'), [go]),
  );
  useShortcut(
    'n',
    t('keys.next'),
    useCallback(() => go('/review?take'), [go]),
    may('review.take'),
  );
  useShortcut(
    'c',
    t('keys.newClaim'),
    useCallback(() => go('/claims/new'), [go]),
    may('claim.submit'),
  );
}

function Connection() {
  const { t } = useTranslation();
  const isConnected = useConnected();
  return (
    <p className={styles.connection} data-off={!isConnected || undefined}>
      {isConnected ? t('live.on') : t('live.off')}
    </p>
  );
}
