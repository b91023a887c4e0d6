import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, hooks, queries, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Actions } from '../../../parts/dialog';
import { TextField } from '../../../parts/fields';
import { Page, Section, Shown } from '../../../parts/page';
import { notify } from '../../../shell/notices';
import form from '../kit/form.module.css';
import { Refused } from '../kit/refused';
import { faultsOf, useDraft, useSaving } from '../kit/saving';

const WORKSPACE = '/api/v1/workspace';

export default function WorkspacePage() {
  const { t } = useTranslation('administration');
  const workspace = hooks.useQuery('get', WORKSPACE);
  return (
    <Page title={t('workspace.title')}>
      <Shown of={workspace}>{(data) => <WorkspaceForm workspace={data} />}</Shown>
    </Page>
  );
}

function WorkspaceForm({ workspace }: { workspace: Schemas['Workspace'] }) {
  const { t } = useTranslation(['administration', 'common']);
  const { date } = useFormats();
  const draft = useDraft(workspace.name, workspace.version);
  const send = (name: string, ifMatch: string) =>
    api.PATCH(WORKSPACE, { params: { header: { 'If-Match': ifMatch } }, body: { name } });
  const save = useSaving(draft, WORKSPACE, send, () => {
    notify(t('saved'));
    // The name stands above every page, which has it from who is signed in.
    void queries.invalidateQueries({ queryKey: ['get', '/api/v1/session'] });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft.value);
  };
  return (
    <Section title={t('workspace.name')}>
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(save.error)}>
        <TextField
          name="name"
          label={t('workspace.name')}
          hint={t('workspace.nameHint')}
          value={draft.value}
          onChange={draft.change}
          maxLength={500}
          isRequired
        />
        <TextField
          label={t('workspace.slug')}
          hint={t('workspace.slugHint')}
          value={workspace.slug}
          isReadOnly
        />
        <p className={form.quiet}>{t('workspace.since', { date: date(workspace.createdAt) })}</p>
        <Refused error={save.error} />
        <Actions>
          <Button type="submit" variant="primary" isDisabled={!draft.isChanged} isPending={save.isPending}>
            {t('common:save')}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
