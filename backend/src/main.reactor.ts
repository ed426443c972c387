import { connectEventLog } from '../event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../following/runner/connect-orm.js';
import { openMailer } from './platform/mail/mailer.js';
import { KeyRing } from './platform/privacy/key-ring.js';
import { MailTokens } from './platform/privacy/mail-tokens.js';
import { MasterKeys } from './platform/privacy/master-keys.js';
import { Sealing } from './platform/privacy/sealing.js';
import { loadConfig } from './platform/config/config.js';
import { jsonLog } from './platform/observability/log.js';
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
    startReacting({ orm, eventLog, redisUrl: config.REDIS_URL, mailing, onError }),
  );
  return {
    told: `following ${reacting.names.join(', ')}`,
    async stop() {
      await reacting.stop();
      mailer.close();
      await Promise.all([eventLog.close(), orm.close()]);
      ring.close();
    },
  };
});
