import type { OpenAPIObject } from '@nestjs/swagger';
import { UNKNOWN_ID } from './documented-routes.js';

/** Numbers that Stripe gives out for tests, as people type them. */
export const CARDS = [
  '4242424242424242',
  '5555 5555 5555 4444',
  '3782-822463-10005',
  '6011111111111117',
  '3566002020360505',
] as const;
const [VISA] = CARDS;

/** One request with a card number in one place. */
export interface CardCase {
  /** `POST /api/v1/crawls body keyword` */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  /** The field that the refusal names. */
  readonly path: string;
  readonly card: string;
}

/** What of JSON Schema the API document uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
}

type Path = readonly string[];
/** A place of a body where a value stands, with the value's type. */
interface Place {
  readonly path: Path;
  readonly type: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const TYPES: Readonly<Record<string, unknown>> = { boolean: true, integer: 1, number: 1 };

/** Every place where a text or a number may stand, and objects as places for a field that nobody knows. */
function placesOf(schema: Schema, document: OpenAPIObject, path: Path = []): readonly Place[] {
  const { $ref, properties, items, additionalProperties } = schema;
  if ($ref !== undefined) return placesOf(referred($ref, document), document, path);
  const ways = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const type = [schema.type ?? []].flat().find((one) => one !== 'null');
  return [
    ...ways.flatMap((way) => placesOf(way, document, path)),
    ...(properties || type === 'object' ? [{ path: [...path, 'colour'], type: 'string' }] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, field]) =>
      placesOf(field, document, [...path, name]),
    ),
    ...(items ? placesOf(items, document, [...path, '0']) : []),
    ...(typeof additionalProperties === 'object'
      ? placesOf(additionalProperties, document, [...path, 'searchVolume'])
      : []),
    ...(type === undefined || type === 'object' || type === 'array' || type === 'boolean'
      ? []
      : [{ path, type }]),
  ];
}

const referred = ($ref: string, { components }: OpenAPIObject): Schema =>
  components?.schemas?.[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {};

/** A body with a value at one place, and around it what the path needs. */
function bodyWith([first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  const inner = bodyWith(rest, value);
  return first === '0' ? [inner] : { [first]: inner };
}

/** A card number in every place of every request that the API document knows. */
export function cardCases(document: OpenAPIObject): readonly CardCase[] {
  return Object.entries(document.paths).flatMap(([address, operations]) =>
    METHODS.flatMap((verb): CardCase[] => {
      const operation = operations[verb];
      if (!operation) return [];
      const method = verb.toUpperCase() as CardCase['method'];
      const name = `${method} ${address}`;
      const url = address.replaceAll(/\{\w+\}/g, UNKNOWN_ID);
      const parameters = (operation.parameters ?? []) as readonly Parameter[];
      const inPath = parameters
        .filter((parameter) => parameter.in === 'path')
        .flatMap((parameter) =>
          CARDS.map((card) => ({
            name: `${name} path ${parameter.name} ${card}`,
            method,
            url: address
              .replace(`{${parameter.name}}`, encodeURIComponent(card))
              .replaceAll(/\{\w+\}/g, UNKNOWN_ID),
            path: parameter.name,
            card,
          })),
        );
      const asked = parameters.filter((parameter) => parameter.in === 'query').map((query) => query.name);
      const inQuery = [...asked, 'colour'].flatMap((query) =>
        CARDS.map((card) => ({
          name: `${name} query ${query} ${card}`,
          method,
          url: `${url}?${query}=${encodeURIComponent(card)}`,
          path: query,
          card,
        })),
      );
      const { requestBody } = operation;
      const schema =
        requestBody && 'content' in requestBody ? requestBody.content['application/json']?.schema : undefined;
      const places = schema ? placesOf(schema, document) : [];
      const inBody = places.flatMap(({ path, type }) => [
        ...CARDS.map((card) => ({
          name: `${name} body ${path.join('.')} ${card}`,
          method,
          url,
          body: bodyWith(path, card),
          path: path.join('.'),
          card,
        })),
        ...(type in TYPES
          ? [
              {
                name: `${name} body ${path.join('.')} as a number`,
                method,
                url,
                body: bodyWith(path, Number(VISA)),
                path: path.join('.'),
                card: VISA,
              },
            ]
          : []),
      ]);
      return [...inPath, ...inQuery, ...inBody];
    }),
  );
}
