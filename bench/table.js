const COLUMNS = ['/s', 'median ms', 'p99 ms', 'CPU ms'];

/** One table: what was asked of the API, how fast, and beside it the bare limit on the same machine in the same run. */
export function printTable(groups) {
  const rows = groups.flatMap(({ name, figures }) => [[name], ...figures.map(cellsOf)]);
  const header = ['', ...COLUMNS, 'bare limit', ...COLUMNS, 'of the limit', 'per CPU'];
  const all = [header, ...rows];
  const widths = header.map((_, i) =>
    Math.max(...all.filter(({ length }) => length > 1).map((row) => row[i].length)),
  );
  const isText = (i) => i === 0 || i === COLUMNS.length + 1;
  for (const row of all) {
    const cells = row.map((cell, i) => (isText(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i])));
    console.log(row.length === 1 ? `\n${row[0]}` : cells.join('  ').trimEnd());
  }
}

function cellsOf({ what, api, limit, bare }) {
  const ratios =
    bare === undefined ? ['', ''] : [api.perSecond / bare.perSecond, bare.cpuEach / api.cpuEach].map(percent);
  return [what, ...numbersOf(api), limit ?? '', ...numbersOf(bare), ...ratios];
}

function numbersOf(figure) {
  if (figure === undefined) return COLUMNS.map(() => '');
  return [figure.perSecond, figure.median, figure.p99, figure.cpuEach].map((number) => {
    if (Number.isNaN(number)) return '';
    return number >= 100 ? Math.round(number).toLocaleString('en') : number.toFixed(number >= 10 ? 1 : 2);
  });
}

function percent(ratio) {
  return Number.isNaN(ratio) ? '' : `${Math.round(ratio * 100)} %`;
}
