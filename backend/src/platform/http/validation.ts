import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { fieldErrors, schemaOfField } from './field.js';
import { Problem, type FieldError } from './problem.js';

const MOST_ERRORS = 100;

function errorsOf(error: ValidationError, prefix: string): FieldError[] {
  const path = prefix === '' ? error.property : `${prefix}.${error.property}`;
  const nested = (error.children ?? []).flatMap((child) => errorsOf(child, path));
  if (!error.constraints) return nested;
  if ('whitelistValidation' in error.constraints) return [{ path, message: 'unknown field' }, ...nested];
  const schema = error.target && schemaOfField(error.target, error.property);
  const refused = schema?.safeParse(error.value);
  if (refused && !refused.success) return fieldErrors(refused.error, path);
  return [...Object.values(error.constraints).map((message) => ({ path, message })), ...nested];
}

/** Bad input as a problem that names every wrong field, at most the first hundred. */
export function badInput(errors: readonly FieldError[]): Problem {
  const first = errors[0];
  const detail = first ? `${first.path}: ${first.message}` : 'The request is not valid.';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new Problem('bad-input', detail + more, errors.slice(0, MOST_ERRORS));
}

/** Unknown fields are refused, never ignored. */
export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => badInput(errors.flatMap((error) => errorsOf(error, ''))),
  });
