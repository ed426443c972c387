const INTRO = `# Permissions

Generated from \`backend/src/platform/security/permissions.ts\` and from what each route declares (\`@Access\`, in the API document
\`x-permission\`); run \`npm run generate\` after a change. A route that declares nothing keeps the product from starting.

Each role may do all that the roles before it may. An API key acts with the lesser of its scope and the role that its issuer has at
that moment, and never does what is marked “persons alone”. Beside the routes below, the API document, its page and
\`/.well-known/jwks.json\` are public.
`;

const ABOUT = {
  public: 'Anybody, without a token.',
  person: 'Whoever is signed in, about themselves; no API key. What more it takes is decided by the route.',
};

/** The permission reference, in Markdown: who may do what, and which call asks for it. */
export function permissionReference(document, roles, permissions) {
  const { WORKSPACE_PERMISSIONS, OPERATOR_PERMISSIONS, mayDo } = permissions;
  const calls = callsByPermission(document);
  const known = ['public', 'person', ...Object.keys(WORKSPACE_PERMISSIONS), ...OPERATOR_PERMISSIONS];
  const lost = [...calls.keys()].filter((permission) => !known.includes(permission));
  if (lost.length > 0)
    throw new Error(`the API document names permissions that there are not: ${lost.join(', ')}`);
  const may = (kind, permission) => (role) => mayDo({ kind, role, isOperator: false }, permission);
  const rows = Object.keys(WORKSPACE_PERMISSIONS).map((permission) => {
    const cells = roles.map((role) => (may('person', permission)(role) ? 'yes' : '–'));
    const byKey = roles.some(may('program', permission)) ? 'yes' : 'persons alone';
    return `| \`${permission}\` | ${cells.join(' | ')} | ${byKey} |`;
  });
  const sections = known.map((permission) =>
    [
      `## ${permission}`,
      '',
      ABOUT[permission] ?? about(permission, WORKSPACE_PERMISSIONS),
      '',
      ...(calls.get(permission) ?? ['No call asks for it yet.']),
    ].join('\n'),
  );
  return [
    INTRO,
    '## Roles',
    '',
    `| permission | ${roles.join(' | ')} | API key |`,
    `| --- | ${roles.map(() => '---').join(' | ')} | --- |`,
    ...rows,
    '',
    `${sections.join('\n\n')}\n`,
  ].join('\n');
}

const about = (permission, ofWorkspaces) =>
  permission in ofWorkspaces
    ? `Members from ${ofWorkspaces[permission]} on.`
    : 'Operators of the platform, whatever their role in a workspace; no API key.';

function callsByPermission(document) {
  const calls = new Map();
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (!operation.responses) continue;
      const permission = operation['x-permission'] ?? 'none';
      const call = `- \`${method.toUpperCase()} ${path}\` ${operation.summary ?? ''}`.trimEnd();
      calls.set(permission, [...(calls.get(permission) ?? []), call]);
    }
  return calls;
}
