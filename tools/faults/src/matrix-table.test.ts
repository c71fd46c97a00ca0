import { expect, it } from '@jest/globals';
import { faultMatrix, type MatrixReport, type ReportedCell } from '@product-bffs/downstreams/fault-matrix';
import { differences, matrixTable } from './matrix-table.ts';

const rows = faultMatrix.filter(({ id }) => ['2', '6', '13b'].includes(id));

function cell(
  row: string,
  service: string,
  state: 'cold' | 'warm',
  observed: string,
  expected = observed,
): ReportedCell {
  return { row, service, state, expected, observed, asPromised: expected === observed, ms: 12 };
}

const report: MatrixReport = {
  bff: 'some-bff',
  services: ['catalog', 'pricing'],
  cells: [
    cell('2', 'catalog', 'cold', '504'),
    cell('2', 'catalog', 'warm', 'S'),
    cell('2', 'pricing', 'cold', '500', 'D'),
    cell('2', 'pricing', 'warm', 'S'),
    cell('6', 'catalog', 'cold', '404'),
    { ...cell('6', 'pricing', 'cold', 'F'), asPromised: false, ms: 900 },
    cell('13b', 'catalog', 'cold', 'F'),
  ],
};

it('prints what was answered, and marks what is not as the table says', () => {
  expect(matrixTable(rows, [report]).split('\n')).toEqual([
    '                                 some-bff',
    '                                 catalog pricing invento reviews recomme',
    '2    latency above the budget    504/S   500/S!  -       -       -',
    '6    404                         404     F!      -       -       -',
    '13b  lone surrogate              F/?!    ·       -       -       -',
  ]);
});

it('says of every difference what it is', () => {
  expect(differences(rows, [report])).toEqual([
    'some-bff, pricing has 2 (latency above the budget), cold: 500 in 12 ms, not D',
    'some-bff, pricing has 6 (404), cold: F in 900 ms, but late or not what is promised in it',
    'some-bff, catalog has 13b (lone surrogate), warm: nobody asked',
  ]);
});

it('finds no difference where everything is as the table says', () => {
  const well = { ...report, cells: report.cells.map((one) => ({ ...one, asPromised: true })) };
  expect(differences(rows.slice(0, 2), [well])).toEqual([]);
});
