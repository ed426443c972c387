/** A parsed request: nested as its names say, every leaf still a text. */
export type Tree = string | Branch;
export interface Branch {
  [name: string]: Tree;
}

const LARGEST_DEPTH = 8;

/** `items[0][price]=x&expand[]=y` → `{ items: { 0: { price: 'x' } }, expand: { 0: 'y' } }`. */
export function readForm(text: string): Branch {
  const root = emptyBranch();
  for (const [name, value] of new URLSearchParams(text)) {
    const steps = stepsOf(name);
    let branch = root;
    for (const [depth, step] of steps.entries()) {
      const key = step === '' ? String(Object.keys(branch).length) : step;
      if (depth === steps.length - 1) branch[key] = value;
      else {
        const below = branch[key];
        branch = typeof below === 'object' ? below : (branch[key] = emptyBranch());
      }
    }
  }
  return root;
}

/** Without a prototype: a parameter may be called `constructor`. */
const emptyBranch = (): Branch => Object.create(null) as Branch;

function stepsOf(name: string): string[] {
  const bracket = name.indexOf('[');
  if (bracket <= 0 || !name.endsWith(']')) return [name];
  const inner = name.slice(bracket + 1, -1).split('][');
  return [name.slice(0, bracket), ...inner].slice(0, LARGEST_DEPTH);
}
