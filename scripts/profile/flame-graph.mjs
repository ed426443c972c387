// Pages that a browser opens from the disk: the viewer loads a profile that comes as a script.

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param profile bytes of a .cpuprofile */
export function flameGraphScript(program, profile) {
  const name = JSON.stringify(`${program}.cpuprofile`);
  return `speedscope.loadFileFromBase64(${name}, "${profile.toString('base64')}")\n`;
}

/** @param graphs `[{ program, seconds, script }]`, the busiest first */
export function indexPage(benchmark, graphs) {
  const rows = graphs.map(
    ({ program, seconds, script }) =>
      `<li><a href="viewer/index.html#localProfilePath=../${encodeURIComponent(script)}">${escape(program)}</a> ${seconds.toFixed(1)} s of work</li>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Flame graphs: ${escape(benchmark)}</title>
<style>body { font: 1rem/1.6 system-ui, sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem }</style>
<h1>${escape(benchmark)}</h1>
<ul>
${rows.join('\n')}
</ul>
</html>
`;
}
