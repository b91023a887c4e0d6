import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language, LANGUAGES, useFormats } from '../../i18n';
import { Fields, Select } from '../../parts/fields';
import { Page, Section } from '../../parts/page';
import { Said } from '../../parts/words';
import { useSession } from '../../session/session';
import { chosenTheme, chooseTheme, THEMES } from '../../shell/theme';
import styles from './account.module.css';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';

const NAMES = Object.entries(LANGUAGES).map(([key, label]) => ({ key: key as Language, label }));

/** What is a person's own: who they are here, where they are signed in, their password, how they read. */
export default function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('title')}>
      <WhoIAm />
      <Section title={t('sessions.title')}>
        <p>{t('sessions.text')}</p>
        <SessionList />
      </Section>
      <Section title={t('password.title')}>
        <PasswordForm />
      </Section>
      <Reading />
    </Page>
  );
}

function WhoIAm() {
  const { t } = useTranslation(['account', 'common']);
  const { me, session } = useSession();
  const formats = useFormats();
  const place = session.places.find(({ workspaceId }) => workspaceId === me.workspaceId);
  const languages = me.languages.map((tag) => formats.language(tag));
  return (
    <Section title={t('me.title')}>
      <dl className={styles.facts}>
        <dt>{t('me.name')}</dt>
        <dd>
          <Said>{me.name}</Said>
        </dd>
        <dt>{t('me.workspace')}</dt>
        <dd>
          <Said>{place?.name ?? ''}</Said>
        </dd>
        <dt>{t('me.role')}</dt>
        <dd>{t(`common:role.${me.role}`)}</dd>
        <dt>{t('me.languages')}</dt>
        <dd>{languages.length === 0 ? t('common:none') : formats.list(languages)}</dd>
        <dt>{t('me.skills')}</dt>
        <dd>{me.skills.length === 0 ? t('common:none') : <Said>{formats.list(me.skills)}</Said>}</dd>
      </dl>
      <p className={styles.quiet}>{t('me.change')}</p>
    </Section>
  );
}

function Reading() {
  const { t, i18n } = useTranslation(['account', 'common']);
  const [theme, setTheme] = useState(chosenTheme());
  return (
    <Section title={t('reading.title')}>
      <Fields>
        <Select
          label={t('common:account.language')}
          choices={NAMES}
          value={i18n.language as Language}
          onChange={(language) => void chooseLanguage(language)}
        />
        <Select
          label={t('common:account.theme')}
          choices={THEMES.map((key) => ({ key, label: t(`common:theme.${key}`) }))}
          value={theme}
          onChange={(chosen) => {
            chooseTheme(chosen);
            setTheme(chosen);
          }}
        />
      </Fields>
      <p className={styles.quiet}>{t('reading.text')}</p>
    </Section>
  );
}
