import { Flag, FlagFromQuery, OneOf } from '../../base/http/fields.js';
import { ClaimsFilter } from '../../outputs/views/claims-query.dto.js';

export const EXPORT_FORMATS = ['csv', 'ndjson', 'claim-review'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export class ExportQuery extends ClaimsFilter {
  @OneOf(EXPORT_FORMATS, {
    optional: true,
    default: 'ndjson',
    description:
      'ndjson: a line of JSON for each claim, with its sources, statements and evidence, as an import takes it. csv: a row for each claim, for spreadsheets. claim-review: a schema.org DataFeed of the newest publication of each claim that has one.',
  })
  format: ExportFormat = 'ndjson';

  @FlagFromQuery()
  @Flag({
    optional: true,
    default: false,
    description: 'Whether CSV begins with a byte-order mark, by which some spreadsheets know UTF-8.',
  })
  bom?: boolean;
}
