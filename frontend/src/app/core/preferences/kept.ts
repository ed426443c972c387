/** A small value kept in this browser. Storage may be forbidden or full; then the value lives as long as the page. */
const PREFIX = 'dk.';

export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch (error) {
    reportError(new Error(`Kept value ${name} cannot be read`, { cause: error }));
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch (error) {
    reportError(new Error(`Value ${name} cannot be kept`, { cause: error }));
  }
}
