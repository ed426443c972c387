import type { Branch, Tree } from './form.js';
import { invalid, missing, unsupported } from './refusal.js';
import type { Fields, Rule, Table } from './rules.js';

type Value = string | number | boolean | Value[] | { [name: string]: Value };

/** The request as Stripe's own request type, or a refusal of the first thing that is wrong with it. */
export function checked<P>(table: Table<P>, given: Branch): P {
  return readRecord(table, given, '') as P;
}

function readRecord(fields: Fields, given: Branch, path: string): { [name: string]: Value } {
  const named = (name: string) => (path === '' ? name : `${path}[${name}]`);
  for (const name of Object.keys(given))
    if (!Object.hasOwn(fields, name))
      throw invalid(`Received unknown parameter: ${named(name)}`, named(name), 'parameter_unknown');
  const read: { [name: string]: Value } = {};
  for (const [name, rule] of Object.entries(fields)) {
    const value = given[name];
    if (value === undefined) {
      if ('needed' in rule) throw missing(named(name));
    } else read[name] = readValue(rule, value, named(name));
  }
  return read;
}

function readValue(rule: Rule, value: Tree, path: string): Value {
  switch (rule.kind) {
    case 'unsupported':
      throw unsupported(path);
    case 'record':
      if (typeof value === 'string') throw invalid('Invalid object', path);
      return readRecord(rule.fields, value, path);
    case 'list':
      return readList(rule, value, path);
    case 'metadata':
      return readMetadata(value, path);
    case 'moments':
      if (typeof value === 'string') return readInteger(value, path);
      return readRecord(RANGE, value, path);
    case 'text':
    case 'integer':
    case 'decimal':
    case 'flag':
    case 'choice':
    case 'off':
      if (typeof value !== 'string') throw invalid(`Invalid string: ${path}`, path);
      return readLeaf(rule, value, path);
  }
}

const EDGE: Rule = { kind: 'integer' };
const RANGE: Fields = { gt: EDGE, gte: EDGE, lt: EDGE, lte: EDGE };
const LONGEST_TEXT = 5_000;

type Leaf = Extract<Rule, { kind: 'text' | 'integer' | 'decimal' | 'flag' | 'choice' | 'off' }>;

function readLeaf(rule: Leaf, value: string, path: string): Value {
  switch (rule.kind) {
    case 'text':
      if (value === '' && !rule.mayBeEmpty)
        throw invalid(
          `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset.`,
          path,
          'parameter_invalid_empty',
        );
      if (value.length > LONGEST_TEXT)
        throw invalid(`Invalid string: ${path} must be at most ${LONGEST_TEXT} characters`, path);
      return value;
    case 'integer':
      return readInteger(value, path, rule.least, rule.most);
    case 'decimal':
      if (!/^\d+(\.\d{1,12})?$/.test(value)) throw invalid(`Invalid decimal: ${value}`, path);
      return Number(value);
    case 'flag':
      return readFlag(value, path);
    case 'off':
      if (readFlag(value, path)) throw unsupported(path, '`true`');
      return false;
    case 'choice':
      if (rule.of.includes(value)) return value;
      if (rule.isOurLimit) throw unsupported(path, `\`${value}\` there, only ${rule.of.join(', ')}`);
      throw invalid(`Invalid ${path}: must be one of ${rule.of.join(', ')}`, path);
  }
}

function readInteger(value: string, path: string, least?: number, most?: number): number {
  const whole = Number(value);
  if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(whole))
    throw invalid(`Invalid integer: ${value}`, path, 'parameter_invalid_integer');
  if (least !== undefined && whole < least)
    throw invalid(`This value must be greater than or equal to ${least}.`, path, 'parameter_invalid_integer');
  if (most !== undefined && whole > most)
    throw invalid(`This value must be less than or equal to ${most}.`, path, 'parameter_invalid_integer');
  return whole;
}

function readFlag(value: string, path: string): boolean {
  if (value !== 'true' && value !== 'false') throw invalid(`Invalid boolean: ${value}`, path);
  return value === 'true';
}

function readList(rule: Extract<Rule, { kind: 'list' }>, value: Tree, path: string): Value {
  if (value === '' && rule.mayBeEmpty) return [];
  if (typeof value === 'string' || Object.keys(value).some((key) => !/^\d{1,4}$/.test(key)))
    throw invalid('Invalid array', path);
  const places = Object.keys(value).sort((one, other) => Number(one) - Number(other));
  return places.map((place) => readValue(rule.of, value[place] ?? '', `${path}[${place}]`));
}

const METADATA = { keys: 50, name: 40, value: 500 };

function readMetadata(value: Tree, path: string): Value {
  if (value === '') return '';
  if (typeof value === 'string') throw invalid('Invalid object', path);
  if (Object.keys(value).length > METADATA.keys)
    throw invalid(`Metadata can have at most ${METADATA.keys} keys`, path);
  const read: { [name: string]: Value } = {};
  for (const [name, text] of Object.entries(value)) {
    const at = `${path}[${name}]`;
    if (typeof text !== 'string') throw invalid(`Invalid string: ${at}`, at);
    if (name.length > METADATA.name)
      throw invalid(`Metadata keys can be at most ${METADATA.name} characters`, at);
    if (text.length > METADATA.value)
      throw invalid(`Metadata values can be at most ${METADATA.value} characters`, at);
    read[name] = text;
  }
  return read;
}
