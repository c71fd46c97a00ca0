import { serviceNames } from '@product-bffs/downstreams';
import type { FaultRow, MatrixReport, ReportedCell } from '@product-bffs/downstreams/fault-matrix';

/** The service is not called; it cannot have this fault; nobody asked. */
const marks = { uncalled: '-', impossible: '·', unasked: '?', differs: '!' };

export const legend = `F complete   S complete with an old value, said to be stale   D without the section   404-504 a problem
left of the stroke: nothing known before; right of it: answered before, and grown old
- the service is not called   · it cannot have this fault   ? nobody asked   ! not as the table says
`;

const idWidth = 5;
const faultWidth = 28;
const cellWidth = 8;

/** A line a fault, a column a service of each BFF: what was answered. */
export function matrixTable(rows: readonly FaultRow[], reports: readonly MatrixReport[]): string {
  const line = (id: string, fault: string, groups: string[]) =>
    `${id.padEnd(idWidth)}${fault.padEnd(faultWidth)}${groups.join('  ')}`.trimEnd();
  const group = (cells: string[]) => cells.map((cell) => cell.padEnd(cellWidth)).join('');
  const groupWidth = cellWidth * serviceNames.length;
  return [
    line(
      '',
      '',
      reports.map(({ bff }) => bff.padEnd(groupWidth)),
    ),
    line(
      '',
      '',
      reports.map(() => group(serviceNames.map((name) => name.slice(0, cellWidth - 1)))),
    ),
    ...rows.map((row) =>
      line(
        row.id,
        row.fault,
        reports.map((report) => group(cellsOf(row, report))),
      ),
    ),
  ].join('\n');
}

function cellsOf(row: FaultRow, report: MatrixReport): string[] {
  return serviceNames.map((service) => {
    if (!report.services.includes(service)) return marks.uncalled;
    if (row.at(service) === undefined) return marks.impossible;
    const found = statesOf(row).map((state) => foundAt(row, report, service, state));
    const mark = found.every((cell) => cell?.asPromised) ? '' : marks.differs;
    return `${found.map((cell) => cell?.observed ?? marks.unasked).join('/')}${mark}`;
  });
}

/** What is not as the table says, a line each; a cell that nobody asked for is not as it says either. */
export function differences(rows: readonly FaultRow[], reports: readonly MatrixReport[]): string[] {
  return reports.flatMap((report) =>
    rows.flatMap((row) =>
      report.services
        .filter((service) => row.at(service) !== undefined)
        .flatMap((service) =>
          statesOf(row).flatMap((state) => {
            const cell = foundAt(row, report, service, state);
            const what = `${report.bff}, ${service} has ${row.id} (${row.fault}), ${state}`;
            if (cell === undefined) return [`${what}: nobody asked`];
            return cell.asPromised ? [] : [`${what}: ${difference(cell)}`];
          }),
        ),
    ),
  );
}

function difference({ expected, observed, ms }: ReportedCell): string {
  if (expected !== observed) return `${observed} in ${ms} ms, not ${expected}`;
  return `${observed} in ${ms} ms, but late or not what is promised in it`;
}

function statesOf({ warm }: FaultRow): ReportedCell['state'][] {
  return warm === '-' ? ['cold'] : ['cold', 'warm'];
}

function foundAt({ id }: FaultRow, { cells }: MatrixReport, service: string, state: string): ReportedCell | undefined {
  return cells.find((cell) => cell.row === id && cell.service === service && cell.state === state);
}
