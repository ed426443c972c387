import { readSteps } from './check-reads.js';
import { checkSubscriptions, deliverySteps } from './check-subscriptions.js';
import { writeSteps } from './check-writes.js';
import { CheckedLog } from './checked-log.js';
import type { History, Violation } from './history.js';
import { settleInOrder } from './real-time.js';

/**
 * Decides whether a store that does everything at once, one thing after another, could have given this history
 * (linearizability), and says what could not be.
 *
 * The log itself gives the order of all writes, so no search is needed: every operation must fit into it at a point
 * between its beginning and its end. Acknowledged appends stand where their writers were told, refused ones nowhere,
 * unanswered ones once at most; readers see a part of the log that is whole from its start on and never less than
 * was proved before they began; subscriptions give every event once, in order, from their start.
 */
export function checkHistory(history: History): readonly Violation[] {
  const log = new CheckedLog(history);
  if (!log.streams.haveOrder) return log.findings.all;
  const steps = [...writeSteps(log), ...readSteps(log), ...deliverySteps(log)];
  checkSubscriptions(log, settleInOrder(steps));
  return log.findings.all;
}
