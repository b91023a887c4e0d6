import { jobKind } from '../../base/jobs/job-kind.js';

/** Wakes a worker to send what is due to a webhook; which that is, the rows say. */
export const deliverWebhook = jobKind<{ webhookId: string }>({
  name: 'webhook.deliver',
  attempts: 5,
  backoffSeconds: 1,
});
export const sweepDeliveries = jobKind({
  name: 'webhook.sweep',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 5,
});
export const pruneDeliveries = jobKind({
  name: 'webhook.prune',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 3600,
});
