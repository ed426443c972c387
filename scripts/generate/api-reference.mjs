const INTRO = `# API

Generated from the OpenAPI document beside it; run \`npm run generate\` after a change. A running product shows it at \`/api/docs\`.

Errors are \`application/problem+json\` (RFC 9457). Bad input lists the fields in \`errors: [{ path, message }]\`.
`;

/** The API reference, in Markdown: one section a call. */
export function apiReference(document) {
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.responses)
      .map(([method, operation]) => section(document, path, method, operation)),
  );
  return `${INTRO}\n${calls.join('\n\n')}\n`;
}

const oneLine = (text) => (text ?? '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

function section(document, path, method, operation) {
  const lines = [
    `## ${method.toUpperCase()} ${path}`,
    '',
    oneLine(operation.summary ?? operation.description),
  ];
  if (operation.summary && operation.description) lines.push('', oneLine(operation.description));
  if (operation.parameters?.length) {
    lines.push('', '| parameter | in | type | required | about |', '| --- | --- | --- | --- | --- |');
    for (const parameter of operation.parameters)
      lines.push(
        `| \`${parameter.name}\` | ${parameter.in} | ${typeName(parameter.schema)} | ${parameter.required ? 'yes' : 'no'} | ${oneLine(parameter.description)} |`,
      );
  }
  const body = operation.requestBody && Object.values(operation.requestBody.content ?? {})[0]?.schema;
  if (body) lines.push('', `Body: ${typeName(body)}`, '', ...fieldTable(document, body));
  lines.push('', '| answer | about |', '| --- | --- |');
  for (const [status, answer] of Object.entries(operation.responses)) {
    const content = Object.values(answer.content ?? {})[0]?.schema;
    lines.push(`| ${status} | ${oneLine(answer.description)}${content ? ` ${typeName(content)}` : ''} |`);
  }
  return lines.join('\n');
}

function fieldTable(document, schema) {
  const named = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema;
  const rows = Object.entries(named?.properties ?? {}).map(
    ([name, field]) =>
      `| \`${name}\` | ${typeName(field)} | ${named.required?.includes(name) ? 'yes' : 'no'} | ${oneLine(field.description)} |`,
  );
  return rows.length ? ['| field | type | required | about |', '| --- | --- | --- | --- |', ...rows] : [];
}

function typeName(schema) {
  if (!schema) return '';
  if (schema.$ref) return `\`${schema.$ref.split('/').at(-1)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' ');
  const several = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (several) return several.map(typeName).join(' or ');
  if (schema.type === 'array') return `list of ${typeName(schema.items)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : schema.type;
  return oneLine(schema.format ? `${type} (${schema.format})` : type);
}
