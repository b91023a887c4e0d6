import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../claim/every';
import { Button } from '../../parts/button';
import { SourceRow } from './source-row';
import styles from './sources.module.css';

type Children = Map<string | null, Source[]>;

/** Of few sources all branches are open; of many, each is opened by hand. */
const OPEN_UP_TO = 200;
const ROOTS_AT_ONCE = 100;

/** What belongs to what; each branch by name. */
export function SourceTree({ sources }: { sources: readonly Source[] }) {
  const { t, i18n } = useTranslation(['sources', 'common']);
  const [shown, setShown] = useState(ROOTS_AT_ONCE);
  const children = childrenOf(sources, i18n.language);
  const roots = children.get(null) ?? [];
  return (
    <>
      <ul className={styles.tree} aria-label={t('sources:tree')}>
        {roots.slice(0, shown).map((source) => (
          <Branch
            key={source.id}
            source={source}
            childrenOf={children}
            isOpenFirst={sources.length <= OPEN_UP_TO}
          />
        ))}
      </ul>
      {roots.length > shown && (
        <div>
          <Button onPress={() => setShown(shown + ROOTS_AT_ONCE)}>{t('common:more')}</Button>
        </div>
      )}
    </>
  );
}

function childrenOf(sources: readonly Source[], locale: string): Children {
  const collator = new Intl.Collator(locale);
  const known = new Set(sources.map(({ id }) => id));
  const by: Children = new Map();
  for (const source of [...sources].sort((a, b) => collator.compare(a.name, b.name))) {
    const parent = source.parentId !== null && known.has(source.parentId) ? source.parentId : null;
    by.set(parent, [...(by.get(parent) ?? []), source]);
  }
  return by;
}

interface BranchProps {
  source: Source;
  childrenOf: Children;
  isOpenFirst: boolean;
}

function Branch({ source, childrenOf: by, isOpenFirst }: BranchProps) {
  const { t } = useTranslation('sources');
  const [isOpen, setOpen] = useState(isOpenFirst);
  const children = by.get(source.id) ?? [];
  return (
    <li>
      <div className={styles.node}>
        {children.length > 0 ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-label={t('below', { name: source.name })}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span className={styles.leaf} aria-hidden="true" />
        )}
        <SourceRow source={source} />
      </div>
      {children.length > 0 && isOpen && (
        <ul className={styles.branch}>
          {children.map((child) => (
            <Branch key={child.id} source={child} childrenOf={by} isOpenFirst={isOpenFirst} />
          ))}
        </ul>
      )}
    </li>
  );
}
