import type account from './messages/en/account.json';
import type administration from './messages/en/administration.json';
import type claim from './messages/en/claim.json';
import type claims from './messages/en/claims.json';
import type common from './messages/en/common.json';
import type dashboard from './messages/en/dashboard.json';
import type entrance from './messages/en/entrance.json';
import type entry from './messages/en/entry.json';
import type review from './messages/en/review.json';
import type sources from './messages/en/sources.json';

// A message that is not there is an error of types.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      account: typeof account;
      administration: typeof administration;
      claim: typeof claim;
      claims: typeof claims;
      common: typeof common;
      dashboard: typeof dashboard;
      entrance: typeof entrance;
      entry: typeof entry;
      review: typeof review;
      sources: typeof sources;
    };
  }
}
