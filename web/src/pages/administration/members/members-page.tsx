import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../../../api/client';
import { Button } from '../../../parts/button';
import { Page, Section } from '../../../parts/page';
import { Said } from '../../../parts/words';
import { useFormats } from '../../../i18n';
import { useSession } from '../../../session/session';
import { Listed, Mark, PAGES, Parts, Row } from '../kit/list';
import { InvitationDialog } from './invitation-dialog';
import { AdmissionDialog, MemberDialog } from './member-dialogs';
import { RemovalDialog } from './removal-dialog';

type Member = Schemas['Member'];
type Opened = { what: 'admission' } | { what: 'change' | 'removal' | 'invitation'; member: Member };

export default function MembersPage() {
  const { t } = useTranslation('administration');
  const members = hooks.useInfiniteQuery(
    'get',
    '/api/v1/members',
    { params: { query: { limit: 100 } } },
    PAGES,
  );
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  return (
    <Page
      title={t('members.title')}
      actions={
        <Button variant="primary" onPress={() => open({ what: 'admission' })}>
          {t('members.admit')}
        </Button>
      }
    >
      <Section title={t('members.all')}>
        <Listed of={members} label={t('members.all')} empty={null}>
          {(member) => (
            <MemberRow key={member.id} member={member} onOpen={(what) => open({ what, member })} />
          )}
        </Listed>
      </Section>
      {opened?.what === 'admission' && (
        <AdmissionDialog onClose={close} onAdmitted={(member) => open({ what: 'invitation', member })} />
      )}
      {opened?.what === 'change' && <MemberDialog member={opened.member} onClose={close} />}
      {opened?.what === 'invitation' && <InvitationDialog member={opened.member} onClose={close} />}
      {opened?.what === 'removal' && <RemovalDialog member={opened.member} onClose={close} />}
    </Page>
  );
}

function MemberRow({
  member,
  onOpen,
}: {
  member: Member;
  onOpen(what: 'change' | 'removal' | 'invitation'): void;
}) {
  const { t } = useTranslation(['administration', 'common']);
  const { me } = useSession();
  const formats = useFormats();
  const { name, kind, role, email, languages, skills } = member;
  return (
    <Row
      title={<Said>{name}</Said>}
      marks={
        <>
          <Mark>{t(`common:role.${role}`)}</Mark>
          {kind === 'program' && <Mark>{t('members.program')}</Mark>}
          {me.id === member.id && <Mark>{t('members.you')}</Mark>}
        </>
      }
      details={
        <Parts
          of={[
            email !== null && <Said>{email}</Said>,
            languages.length > 0 && formats.list(languages.map((tag) => formats.language(tag))),
            skills.length > 0 && <Said>{formats.list(skills)}</Said>,
          ]}
        />
      }
      actions={
        <>
          {kind === 'person' && (
            <Button aria-label={t('members.inviteOf', { name })} onPress={() => onOpen('invitation')}>
              {t('members.invite')}
            </Button>
          )}
          <Button aria-label={t('changeOf', { name })} onPress={() => onOpen('change')}>
            {t('change')}
          </Button>
          <Button
            variant="danger"
            aria-label={t('members.removeOf', { name })}
            onPress={() => onOpen('removal')}
          >
            {t('members.remove')}
          </Button>
        </>
      }
    />
  );
}
