// The event-log contract alone, against the embedded server or the one that EVENTSTORE_TEST_URL names.
import { setUp } from './setup.mjs';
import { runStep } from './steps.mjs';

await setUp();
const { ok } = await runStep('event-log contract', "jest 'backend/event-log/testing/contract'", {
  live: true,
});
process.exit(ok ? 0 : 1);
