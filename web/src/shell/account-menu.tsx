import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useLocation } from 'wouter';
import { api } from '../api/client';
import { chooseLanguage, type Language, LANGUAGES } from '../i18n';
import { Button } from '../parts/button';
import { startOver, useSession } from '../session/session';
import { notify } from './notices';
import { chosenTheme, chooseTheme, type Theme, THEMES } from './theme';
import styles from './account-menu.module.css';

/** Who is signed in, and what is theirs alone: workspace, language, theme. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const { me, session } = useSession();
  const [theme, setTheme] = useState(chosenTheme());
  const [, go] = useLocation();
  const refuse = () => notify(t('unreachable'), 'failed');
  const signOut = () => api.DELETE('/api/v1/session').then(startOver, refuse);
  const move = (workspaceId: string) =>
    api.POST('/api/v1/session/workspace', { body: { workspaceId } }).then(() => {
      go('/');
      return startOver();
    }, refuse);
  return (
    <MenuTrigger>
      <Button variant="quiet" aria-label={t('account.menu', { name: me.name })}>
        <span dir="auto">{me.name}</span> <span aria-hidden="true">▴</span>
      </Button>
      <Popover className={styles.popover} placement="top start">
        <Menu className={styles.menu} aria-label={t('account.menu', { name: me.name })}>
          <MenuItem className={styles.item} onAction={() => go('/account')}>
            {t('account.open')}
          </MenuItem>
          {session.places.length > 1 && (
            <MenuSection selectionMode="single" selectedKeys={[me.workspaceId]}>
              <Header className={styles.header}>{t('account.workspace')}</Header>
              {session.places.map(({ workspaceId, name }) => (
                <MenuItem
                  key={workspaceId}
                  id={workspaceId}
                  className={styles.item}
                  onAction={() => void move(workspaceId)}
                >
                  {name}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          <MenuSection selectionMode="single" selectedKeys={[i18n.language]}>
            <Header className={styles.header}>{t('account.language')}</Header>
            {Object.entries(LANGUAGES).map(([key, name]) => (
              <MenuItem
                key={key}
                id={key}
                className={styles.item}
                onAction={() => void chooseLanguage(key as Language)}
              >
                <span lang={key}>{name}</span>
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection selectionMode="single" selectedKeys={[theme]}>
            <Header className={styles.header}>{t('account.theme')}</Header>
            {THEMES.map((one: Theme) => (
              <MenuItem
                key={one}
                id={one}
                className={styles.item}
                onAction={() => {
                  chooseTheme(one);
                  setTheme(one);
                }}
              >
                {t(`theme.${one}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuItem className={styles.item} onAction={() => void signOut()}>
            {t('account.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
