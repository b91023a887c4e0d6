import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Select, TextField } from '../../../parts/fields';
import { WordsBox } from '../kit/boxes';

export type Role = Schemas['Member']['role'];
export interface Given {
  name: string;
  role: Role;
  languages: string[];
  skills: string[];
}

const ROLES: readonly Role[] = ['viewer', 'fact_checker', 'reviewer', 'editor', 'admin'];

/** What is said of a member. */
export function MemberFields({ value, onChange }: { value: Given; onChange(value: Given): void }) {
  const { t } = useTranslation(['administration', 'common']);
  return (
    <>
      <TextField
        name="name"
        label={t('members.name')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={500}
        isRequired
      />
      <Select
        label={t('members.role')}
        hint={t(`members.roleHint.${value.role}`)}
        choices={ROLES.map((key) => ({ key, label: t(`common:role.${key}`) }))}
        value={value.role}
        onChange={(role) => onChange({ ...value, role })}
      />
      <WordsBox
        name="languages"
        label={t('members.languages')}
        hint={t('languagesHint')}
        value={value.languages}
        onChange={(languages) => onChange({ ...value, languages })}
      />
      <WordsBox
        name="skills"
        label={t('members.skills')}
        hint={t('members.skillsHint')}
        value={value.skills}
        onChange={(skills) => onChange({ ...value, skills })}
      />
    </>
  );
}
