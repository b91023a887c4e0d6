import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, hooks, type Schemas } from '../../../api/client';
import { useScale } from '../../../api/scale';
import { Checkbox, Select } from '../../../parts/fields';
import { Page, Section } from '../../../parts/page';
import { Said } from '../../../parts/words';
import { Listed, PAGES, Parts, Row } from '../kit/list';
import { Refused } from '../kit/refused';
import { refresh } from '../kit/saving';
import styles from './words.module.css';

const WORDS = '/api/v1/rating-words';

/** What other publishers say, and which rating of ours it comes near to. */
export default function WordsPage() {
  const { t } = useTranslation('administration');
  const [isUnmappedOnly, setUnmappedOnly] = useState(false);
  const query = { limit: 50, ...(isUnmappedOnly && { mapped: false }) };
  const words = hooks.useInfiniteQuery('get', WORDS, { params: { query } }, PAGES);
  return (
    <Page title={t('words.title')}>
      <p>{t('words.text')}</p>
      <Section title={t('words.all')}>
        <Checkbox isSelected={isUnmappedOnly} onChange={setUnmappedOnly}>
          {t('words.unmapped')}
        </Checkbox>
        <Listed
          of={words}
          label={t('words.all')}
          empty={t(isUnmappedOnly ? 'words.noneLeft' : 'words.empty')}
        >
          {(word) => <Word key={word.id} word={word} />}
        </Listed>
      </Section>
    </Page>
  );
}

function Word({ word }: { word: Schemas['RatingWord'] }) {
  const { t } = useTranslation('administration');
  const { ratings, nameOf } = useScale();
  const map = useMutation({
    mutationFn: (rating: string | null) =>
      api.POST('/api/v1/rating-words/{id}/map', { params: { path: { id: word.id } }, body: { rating } }),
    onSuccess: () => refresh(WORDS),
  });
  const known = ratings.map(({ key }) => key);
  const keys = word.rating === null || known.includes(word.rating) ? known : [...known, word.rating];
  return (
    <Row
      title={<Said>{word.word}</Said>}
      details={
        <Parts
          of={[<Said key="publisher">{word.publisher}</Said>, t('words.reviews', { count: word.reviews })]}
        />
      }
      actions={
        <div className={styles.meaning}>
          <Select
            label={t('words.near', { word: word.word, publisher: word.publisher })}
            isLabelUnseen
            choices={[
              { key: '', label: t('words.none') },
              ...keys.map((key) => ({ key, label: nameOf(key) })),
            ]}
            value={word.rating ?? ''}
            onChange={(key) => map.mutate(key === '' ? null : key)}
            isDisabled={map.isPending}
          />
        </div>
      }
    >
      <Refused error={map.error} />
    </Row>
  );
}
