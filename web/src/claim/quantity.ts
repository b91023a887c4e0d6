import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useFormats } from '../i18n';

/** "3,000 to 12,000 soldiers", "at least 3,000 soldiers". */
export function useQuantity(): (quantity: Pick<Schemas['Quantity'], 'min' | 'max' | 'unit'>) => string {
  const { t } = useTranslation('claim');
  const { number } = useFormats();
  return ({ min, max, unit }) => {
    if (min !== null && max !== null)
      return min === max
        ? t('quantity.exact', { number: number(min), unit })
        : t('quantity.range', { min: number(min), max: number(max), unit });
    if (min !== null) return t('quantity.least', { number: number(min), unit });
    return max === null ? unit : t('quantity.most', { number: number(max), unit });
  };
}
