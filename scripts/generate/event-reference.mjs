import { z } from 'zod';

const INTRO = `# Events

Generated from the catalogue (\`backend/contracts/events/catalogue.ts\`); run \`npm run generate\` after a change.

Every event has metadata beside its data: \`correlationId\`, \`causationId\`, \`occurredAt\` (the source's time), \`recordedAt\` (ours),
\`actor\`, \`producer\`, where it belongs to somebody \`workspace\`, and \`simulated\` where \`recordedAt\` is made up (the demo seed alone).
`;

/** The event reference, in Markdown. */
export function eventReference(catalogue) {
  const sections = Object.entries(catalogue).map(([type, definition]) => {
    const schema = z.toJSONSchema(definition.versions.at(-1), { io: 'input', unrepresentable: 'any' });
    return [
      `## ${type}`,
      '',
      `${definition.about} Stream \`${definition.category}-<id>\`, written by \`${definition.writer}\`.`,
      '',
      '| field | type | required |',
      '| --- | --- | --- |',
      ...fieldRows(schema, ''),
    ].join('\n');
  });
  return `${INTRO}\n${sections.join('\n\n')}\n`;
}

function fieldRows(schema, prefix) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const inner = objectIn(field);
    const required = schema.required?.includes(name) ? 'yes' : 'no';
    const row = `| \`${path}\` | ${typeOf(field)} | ${required} |`;
    return inner ? [row, ...fieldRows(inner, `${path}${field.type === 'array' ? '[]' : ''}.`)] : [row];
  });
}

function objectIn(field) {
  if (field.properties) return field;
  if (field.type === 'array') return objectIn(field.items);
  return field.anyOf?.map(objectIn).find(Boolean);
}

function typeOf(field) {
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(' ');
  if (field.anyOf) return field.anyOf.map(typeOf).join(' or ');
  if (field.type === 'array') return `list of ${typeOf(field.items)}`;
  return field.format ? `${field.type} (${field.format})` : (field.type ?? 'any');
}
