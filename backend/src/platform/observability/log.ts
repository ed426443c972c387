export type LogFields = Readonly<Record<string, unknown>>;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Structured log: one JSON object a line, `{ time, level, message, … }`. Never given passwords, tokens or addresses with them. */
export interface Log {
  write(level: LogLevel, message: string, fields?: LogFields): void;
}

const HIDDEN_KEY = /password|secret|token|authorization|cookie|api.?key/i;
const CREDENTIALS_IN_ADDRESS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi;

/** Takes out what must not be in a log: values under telling names, and credentials inside addresses. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(CREDENTIALS_IN_ADDRESS, '$1[hidden]@');
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Error) return errorFields(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 4) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => withoutSecrets(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      HIDDEN_KEY.test(key) ? '[hidden]' : withoutSecrets(item, depth + 1),
    ]),
  );
}

function errorFields(error: Error, depth: number): unknown {
  const cause =
    error.cause === undefined || depth > 3 ? {} : { cause: withoutSecrets(error.cause, depth + 1) };
  return {
    name: error.name,
    message: withoutSecrets(error.message),
    stack: withoutSecrets(error.stack ?? ''),
    ...cause,
  };
}

export function jsonLog(print: (line: string) => void = (line) => process.stdout.write(line)): Log {
  return {
    write(level, message, fields = {}) {
      const safe = withoutSecrets({ message, ...fields }) as LogFields;
      print(`${JSON.stringify({ time: new Date().toISOString(), level, ...safe })}\n`);
    },
  };
}
