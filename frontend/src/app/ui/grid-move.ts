export interface Cell {
  row: number;
  column: number;
}

/** Where an arrow, Home, End or page key takes the focus in a grid; null for keys that move nothing. */
export function moveInGrid(
  cell: Cell,
  key: string,
  rows: number,
  columns: number,
  ctrl = false,
): Cell | null {
  const at = (row: number, column: number): Cell => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(cell.row + 1, cell.column);
    case 'ArrowUp':
      return at(cell.row - 1, cell.column);
    case 'ArrowRight':
      return at(cell.row, cell.column + 1);
    case 'ArrowLeft':
      return at(cell.row, cell.column - 1);
    case 'PageDown':
      return at(cell.row + 10, cell.column);
    case 'PageUp':
      return at(cell.row - 10, cell.column);
    case 'Home':
      return at(ctrl ? 0 : cell.row, 0);
    case 'End':
      return at(ctrl ? rows - 1 : cell.row, columns - 1);
    default:
      return null;
  }
}
