import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/button';
import { Empty, Shown } from '../../../parts/page';
import styles from './list.module.css';

/** How a list that comes in pages is read on. */
export const PAGES = {
  pageParamName: 'cursor',
  // Undefined would be read as 0, which is no cursor; null is left out of the address.
  initialPageParam: null as string | null,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
};

interface PagedRead<Item> {
  data: { pages: { items: Item[] }[] } | undefined;
  error: unknown;
  refetch(): unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

interface ListedProps<Item> {
  of: PagedRead<Item>;
  label: string;
  /** What to say when there is none. */
  empty: ReactNode;
  children(item: Item): ReactNode;
}

/** Everything of a kind, one below the other; more of it when asked. */
export function Listed<Item>({ of, label, empty, children }: ListedProps<Item>) {
  const { t } = useTranslation();
  return (
    <Shown of={of}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty>{empty}</Empty>;
        return (
          <>
            <Rows label={label}>{items.map(children)}</Rows>
            {of.hasNextPage && (
              <div>
                <Button isPending={of.isFetchingNextPage} onPress={() => void of.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            )}
          </>
        );
      }}
    </Shown>
  );
}

export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  title: ReactNode;
  /** Beside the title: badges and such. */
  marks?: ReactNode;
  /** One quiet line below it. */
  details?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

export function Row({ title, marks, details, actions, children }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <p className={styles.title}>
          <strong>{title}</strong> {marks}
        </p>
        {details !== undefined && <p className={styles.details}>{details}</p>}
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </li>
  );
}

/** A word beside a title. */
export function Mark({
  children,
  kind,
}: {
  children: ReactNode;
  kind?: 'good' | 'bad' | 'warn' | undefined;
}) {
  return (
    <span className={styles.mark} data-kind={kind}>
      {children}
    </span>
  );
}

/** Parts of a line, with dots between them; what is empty is left out. */
export function Parts({ of }: { of: (ReactNode | null | undefined | false)[] }) {
  const shown = of.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  return shown.map((part, index) => (
    <span key={index} className={styles.part}>
      {part}
    </span>
  ));
}
