import type { LoggerService } from '@nestjs/common';
import type { Log, LogLevel } from './log.js';

// What stops a start is thrown as well, and whoever started the program says it once.
const TOLD_BY_THE_STARTER = new Set<unknown>(['ExceptionHandler', 'NestApplication']);

/** Gives the framework's own messages to our log. Its start-up chatter is of interest to nobody but a debugger. */
export class NestLog implements LoggerService {
  constructor(
    private readonly logged: Log,
    private readonly startup: 'quiet' | 'told' = 'quiet',
  ) {}

  log(message: unknown, ...rest: unknown[]): void {
    if (this.startup === 'told') this.write('info', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  debug(): void {}
  verbose(): void {}

  private write(level: LogLevel, message: unknown, rest: unknown[]): void {
    if (level === 'error' && TOLD_BY_THE_STARTER.has(rest.at(-1))) return;
    const about = rest.filter((one) => one !== undefined);
    const text = message instanceof Error ? message.message : String(message);
    const detail = message instanceof Error ? { error: message } : {};
    this.logged.write(level, text, { ...detail, ...(about.length > 0 ? { about } : {}) });
  }
}
