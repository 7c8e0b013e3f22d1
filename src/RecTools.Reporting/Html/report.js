'use strict';
// Tables can be sorted by their columns; without scripts they stand as they are.
document.querySelectorAll('table.sortable').forEach(table => {
  const body = table.tBodies[0];
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return 'key' in cell.dataset ? Number(cell.dataset.key) : cell.textContent;
  };
  const compare = (one, other) => typeof one === 'number' && typeof other === 'number'
    ? one - other
    : typeof one === 'number' ? -1 : typeof other === 'number' ? 1 : one.localeCompare(other, 'en', { numeric: true });
  table.querySelectorAll('thead th').forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const numeric = head.classList.contains('n');
      const now = head.getAttribute('aria-sort');
      const next = now === null ? (numeric ? 'descending' : 'ascending') : now === 'ascending' ? 'descending' : 'ascending';
      table.querySelectorAll('thead th').forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', next);
      const sign = next === 'ascending' ? 1 : -1;
      const rows = Array.from(body.rows, row => [keyOf(row, column), row]);
      rows.sort((one, other) => typeof one[0] === typeof other[0] ? sign * compare(one[0], other[0]) : compare(one[0], other[0]));
      body.append(...rows.map(pair => pair[1]));
    });
  });
});
