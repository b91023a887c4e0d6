import type { CorroborationStatus } from '../../facts/corroboration/status.js';
import type { Polarity } from '../ratings/rating.entity.js';

/** Whether a verdict goes against what the record says: then it must say why, and both are shown. */
export function contradictsRecord(polarity: Polarity, corroboration: CorroborationStatus): boolean {
  if (polarity === 'refutes') return corroboration === 'corroborated';
  if (polarity === 'supports') return corroboration === 'denied' || corroboration === 'retracted';
  return false;
}
