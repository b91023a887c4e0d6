import { hooks } from '../../api/client';

/** What grows late by itself, without anything happening, is asked for each minute. */
export const MINUTE_MS = 60_000;

export function useClaimStats() {
  return hooks.useQuery('get', '/api/v1/stats/claims', {});
}

export function useQueuesStats() {
  return hooks.useQuery('get', '/api/v1/stats/queues', {}, { refetchInterval: MINUTE_MS });
}

/** The address of the list behind a number. */
export function listOf(filter: Record<string, string>): string {
  return `/claims?${new URLSearchParams(filter).toString()}`;
}
