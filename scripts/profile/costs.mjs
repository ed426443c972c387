// What a CPU profile of V8 says: which program it is of, how long it worked, and on what.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const RESTING = new Set(['(idle)', '(root)']);

/** Microseconds that each node of the call tree was on top of the stack, by node id. */
function selfTimes({ samples, timeDeltas }) {
  const times = new Map();
  samples.forEach((id, index) => times.set(id, (times.get(id) ?? 0) + Math.max(0, timeDeltas[index])));
  return times;
}

const pathOf = (url) => (url.startsWith('file:') ? fileURLToPath(url) : url);

/** `backend/src/main.api`: the program of ours that was running; undefined where it was none of ours. */
export function programOf(profile, root) {
  const built = `${root}/dist/`;
  for (const { callFrame } of profile.nodes) {
    const path = pathOf(callFrame.url);
    if (path.startsWith(built) && /^(main|main\.[a-z]+|run|start|[a-z-]+\.load)\.js$/.test(basename(path)))
      return path.slice(built.length, -'.js'.length);
  }
  return undefined;
}

/** Seconds in which the process was not waiting. */
export function secondsOfWork(profile) {
  const times = selfTimes(profile);
  return (
    profile.nodes.reduce(
      (sum, { id, callFrame }) => sum + (RESTING.has(callFrame.functionName) ? 0 : (times.get(id) ?? 0)),
      0,
    ) / 1e6
  );
}

/** The functions that took most of the working time by themselves: `[{ percent, name, where }]`. */
export function costliest(profile, root, count) {
  const times = selfTimes(profile);
  const byFunction = new Map();
  let total = 0;
  for (const { id, callFrame } of profile.nodes) {
    if (RESTING.has(callFrame.functionName)) continue;
    const name = callFrame.functionName || '(anonymous)';
    const path = pathOf(callFrame.url).replace(`${root}/`, '');
    const where = path === '' ? '' : `${path}:${callFrame.lineNumber + 1}`;
    const time = times.get(id) ?? 0;
    total += time;
    const known = byFunction.get(`${name} ${where}`) ?? { name, where, time: 0 };
    byFunction.set(`${name} ${where}`, { ...known, time: known.time + time });
  }
  return [...byFunction.values()]
    .sort((one, other) => other.time - one.time)
    .slice(0, count)
    .map(({ name, where, time }) => ({ name, where, percent: (100 * time) / total }));
}
