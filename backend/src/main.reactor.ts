import { dirname, join } from 'node:path';
import { connectEventLog } from '../event-log/eventstoredb/connect-event-log.js';
import { connectStoredEvents } from '../event-log/eventstoredb/connect-stored-events.js';
import { connectOrm } from '../following/database/connect-orm.js';
import { AuditKey } from './features/audit/chain/audit-key.js';
import { HeadsFile } from './features/audit/chain/heads-file.js';
import { keepChain } from './features/audit/chain/keep-chain.js';
import { OF_REACTIONS, openStripe } from './features/billing/stripe/open-stripe.js';
import { openMailer } from './platform/mail/mailer.js';
import { keepForgetting } from './platform/privacy/forget-old.js';
import { KeyRing } from './platform/privacy/key-ring.js';
import { MailTokens } from './platform/privacy/mail-tokens.js';
import { MasterKeys } from './platform/privacy/master-keys.js';
import { Sealing } from './platform/privacy/sealing.js';
import { loadConfig } from './platform/config/config.js';
import { jsonLog } from './platform/observability/log.js';
import { giveSignsOfLife } from './platform/observability/signs-of-life.js';
import { redisForRequests } from './platform/queues/redis.js';
import { reached } from './platform/reached.js';
import { runProgram } from './platform/run-program.js';
import { startReacting } from './start-reacting.js';

await runProgram('Reactor', async () => {
  const config = loadConfig(process.env, 'reactor');
  const log = jsonLog();
  const onError = (error: Error): void => log.write('warn', 'the reactor is troubled', { error });
  const orm = await connectOrm(config.DATABASE_URL, { poolSize: 5 });
  const eventLog = connectEventLog(config.EVENTSTORE_URL, { onTrouble: onError });
  const ring = KeyRing.open(config.KEY_RING_FILE, new MasterKeys(config.MASTER_KEYS));
  const mailer = openMailer({ from: config.MAIL_FROM, smtpUrl: config.SMTP_URL, outbox: config.MAIL_OUTBOX });
  const mailing = {
    mailer,
    sealing: new Sealing(ring),
    tokens: new MailTokens(ring),
    publicUrl: config.PUBLIC_URL,
  };
  const reacting = await reached(
    'DATABASE_URL',
    'PostgreSQL',
    startReacting({
      orm,
      eventLog,
      redisUrl: config.REDIS_URL,
      config,
      mailing,
      ring,
      stripe: openStripe(config, OF_REACTIONS),
      log,
      onError,
    }),
  );
  const stored = connectStoredEvents(config.EVENTSTORE_URL, onError);
  const auditFile = config.AUDIT_FILE ?? join(dirname(config.KEY_RING_FILE), 'audit.jsonl');
  const chain = keepChain({ events: stored, heads: new HeadsFile(auditFile, new AuditKey(ring)), onError });
  const endForgetting = keepForgetting(orm, onError);
  const redis = redisForRequests(config.REDIS_URL, () => undefined);
  const endSigns = giveSignsOfLife(redis, 'reactor');
  return {
    told: `following ${reacting.names.join(', ')}`,
    async stop() {
      endForgetting();
      endSigns();
      redis.disconnect();
      await Promise.all([reacting.stop(), chain.stop()]);
      mailer.close();
      await Promise.all([eventLog.close(), stored.close(), orm.close()]);
      ring.close();
    },
  };
});
