import { auditCommand } from './cli/audit.cli.js';
import { billingCommand } from './cli/billing.cli.js';
import { keysCommand } from './cli/keys.cli.js';
import { migrateCommand } from './cli/migrate.cli.js';
import { parseCommand } from './cli/parse.cli.js';
import { projectionsCommand } from './cli/projections.cli.js';
import { usersCommand } from './cli/users.cli.js';
import { UsageError } from './cli/usage.js';

// The operator's tool: `npm run cli -- <command> …`. Answers go to standard output, everything else to standard error.

const COMMANDS = {
  parse: parseCommand,
  projections: projectionsCommand,
  migrate: migrateCommand,
  audit: auditCommand,
  keys: keysCommand,
  users: usersCommand,
  billing: billingCommand,
} as const;

const USAGE = `commands:
  parse MARKETPLACE search|suggest FILE [--country US]   what a saved page gives, as JSON
  projections list                                       position, lag and rate of each projection
  projections watch                                      the same, kept true until Ctrl-C
  projections rebuild NAME                               build it anew beside the live one, then switch
  projections switch NAME                                switch to a build that is held for having fewer rows
  projections undo NAME                                  go back to the build before
  projections cancel NAME                                give up the build that is being made
  migrate                                                bring the database to today's tables
  audit verify                                           compare the whole log with the signed heads of the audit
  keys rewrap                                            wrap all keys with the first of MASTER_KEYS
  users list                                             who has an account
  users make-operator EMAIL                              let somebody run the platform
  users end-operator EMAIL                               let them run it no more
  users end-sessions EMAIL                               sign all their devices out
  billing sync-prices                                    make what Stripe sells what the file of plans says
  billing reconcile                                      compare every subscription with Stripe, and heal`;

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = COMMANDS[name as keyof typeof COMMANDS] as
    ((args: string[]) => Promise<void> | void) | undefined;
  if (!command) throw new UsageError(name ? `there is no command ${name}` : 'name a command');
  await command(args);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof UsageError ? `${message}\n${USAGE}\n` : `${message}\n`);
  process.exitCode = 1;
}
