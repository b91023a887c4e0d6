import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../api/client';
import { Empty, Shown } from '../parts/page';
import { type Stance, StanceMark } from '../parts/words';
import { type Source, useSources, useStatements } from './every';
import { type Group, type Matrix, matrixOf, type Row } from './matrix-model';
import { RelayLines } from './relay-lines';
import { StatementDetails } from './statement-details';
import { Entry, type Standing } from './statement-entry';
import styles from './statement-matrix.module.css';

type Statement = Schemas['Statement'];

/** Who says what: sources by the party they speak for, against the positions they took. */
export function StatementMatrix({ claimId }: { claimId: string }) {
  const { t } = useTranslation('claim');
  const statements = useStatements(claimId);
  return (
    <Shown of={statements}>
      {(said) =>
        said.length === 0 ? (
          <Empty>
            <p>{t('matrix.empty')}</p>
          </Empty>
        ) : (
          <Filled claimId={claimId} statements={said} />
        )
      }
    </Shown>
  );
}

function Filled({ claimId, statements }: { claimId: string; statements: Statement[] }) {
  const { t } = useTranslation('claim');
  const [openId, setOpenId] = useState<string | null>(null);
  const ids = statements.flatMap(({ sourceId, basedOnSourceId, reportedById }) =>
    [sourceId, basedOnSourceId, reportedById].filter((id) => id !== null),
  );
  const sources = useSources(ids).data ?? NO_SOURCES;
  const { data: corroboration } = hooks.useQuery('get', '/api/v1/claims/{id}/corroboration', {
    params: { path: { id: claimId } },
  });
  const standing: Standing = {
    sources,
    statements,
    replaced: new Map(
      corroboration?.replaced.map(({ statementId, replacedBy }) => [statementId, replacedBy]),
    ),
    excluded: new Set(corroboration?.excluded.map(({ statementId }) => statementId)),
  };
  const open = statements.find(({ id }) => id === openId);
  return (
    <>
      <Table matrix={matrixOf(statements, sources)} standing={standing} onOpen={setOpenId} />
      {open !== undefined && (
        <StatementDetails statement={open} standing={standing} onClose={() => setOpenId(null)} />
      )}
      {statements.some(({ basedOnStatementId }) => basedOnStatementId !== null) && (
        <p className={styles.legend}>{t('matrix.relayLegend')}</p>
      )}
    </>
  );
}

const NO_SOURCES: ReadonlyMap<string, Source> = new Map();

interface TableProps {
  matrix: Matrix;
  standing: Standing;
  onOpen(id: string): void;
}

function Table({ matrix, ...rest }: TableProps) {
  const { t } = useTranslation('claim');
  const box = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.room}>
      <div className={styles.scroll}>
        <div className={styles.box} ref={box}>
          <table className={styles.table}>
            <caption className="unseen">{t('matrix.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('matrix.source')}</th>
                {matrix.stances.map((stance) => (
                  <th key={stance} scope="col">
                    <StanceMark stance={stance} />
                  </th>
                ))}
              </tr>
            </thead>
            {matrix.groups.map((group) => (
              <Party key={group.party ?? ''} group={group} stances={matrix.stances} {...rest} />
            ))}
          </table>
          <RelayLines box={box} relays={matrix.relays} />
        </div>
      </div>
    </div>
  );
}

type Cells = Omit<TableProps, 'matrix'> & { stances: Stance[] };

function Party({ group: { party, rows }, ...cells }: Cells & { group: Group }) {
  const { t } = useTranslation('claim');
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={cells.stances.length + 1} className={styles.party}>
          {party === null ? t('matrix.unaffiliated') : <bdi>{party}</bdi>}
        </th>
      </tr>
      {rows.map((row) => (
        <SourceRow key={row.sourceId} row={row} {...cells} />
      ))}
    </tbody>
  );
}

function SourceRow({
  row: { sourceId, name, source, statements },
  stances,
  standing,
  onOpen,
}: Cells & { row: Row }) {
  const { t } = useTranslation('common');
  return (
    <tr>
      <th scope="row" className={styles.source}>
        <Link href={`/sources/${sourceId}`}>
          <bdi>{name}</bdi>
        </Link>
        {source !== undefined && (
          <small>
            {t(`kind.${source.kind}`)}
            {source.reliability !== null && ` · ${source.reliability}`}
          </small>
        )}
      </th>
      {stances.map((stance) => (
        <td key={stance}>
          {statements
            .filter((statement) => statement.stance === stance)
            .map((statement) => (
              <Entry key={statement.id} statement={statement} standing={standing} onOpen={onOpen} />
            ))}
        </td>
      ))}
    </tr>
  );
}
