import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { STANCE_SIGNS } from '../parts/words';
import { dayOf } from './days';
import styles from './claim-timeline.module.css';

interface Mark {
  id: string;
  sign: string;
  isDenial: boolean;
  said: number;
  recorded: number;
}

function marksOf(items: Schemas['TimelineItem'][]): Mark[] {
  return items.flatMap(({ eventId, kind, saidAt, recordedAt, statement }) =>
    kind !== 'statement' || statement === null || saidAt === null
      ? []
      : [
          {
            id: eventId,
            sign: STANCE_SIGNS[statement.stance],
            isDenial: statement.stance === 'denies',
            said: new Date(saidAt).getTime(),
            recorded: new Date(recordedAt).getTime(),
          },
        ],
  );
}

/** Two tracks, the world's clock above ours, each statement a line from one to the other. The table has it in words. */
export function Tracks({ items }: { items: Schemas['TimelineItem'][] }) {
  const { t } = useTranslation('claim');
  const formats = useFormats();
  const marks = marksOf(items);
  const moments = marks.flatMap(({ said, recorded }) => [said, recorded]);
  const first = Math.min(...moments);
  const last = Math.max(...moments);
  if (marks.length < 2 || last === first) return null;
  const place = (at: number) => 3 + ((at - first) / (last - first)) * 94;
  const shown = (at: number) => formats.date(dayOf(new Date(at).toISOString()));
  return (
    <div className={styles.tracks} aria-hidden="true">
      <p>{t('timeline.said')}</p>
      <div className={styles.drawing}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          <path d="M0 14 H100 M0 86 H100" />
          {marks.map(({ id, said, recorded, isDenial }) => (
            <path
              key={id}
              data-denial={isDenial || undefined}
              d={`M${place(said)} 14 L${place(recorded)} 86`}
            />
          ))}
        </svg>
        {marks.map(({ id, sign, said, isDenial }) => (
          <b key={id} data-denial={isDenial || undefined} style={{ left: `${place(said)}%` }}>
            {sign}
          </b>
        ))}
      </div>
      <p>{t('timeline.recorded')}</p>
      <p className={styles.ends}>
        <span>{shown(first)}</span>
        <span>{shown(last)}</span>
      </p>
    </div>
  );
}
