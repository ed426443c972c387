type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/**
 * The same numbers in an array that holds at least `length`: this one, or a copy that has a quarter to spare, so that growing one
 * by one costs little.
 */
export function grown<Kind extends Numbers>(array: Kind, length: number): Kind {
  if (length <= array.length) return array;
  const Kind = array.constructor as new (length: number) => Kind;
  const larger = new Kind(Math.ceil(length * 1.25) + 1_024);
  larger.set(array);
  return larger;
}
