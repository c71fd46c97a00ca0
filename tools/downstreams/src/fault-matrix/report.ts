import type { ServiceName } from '../service.ts';

/** Where a BFF's matrix leaves what it found, in the BFF's folder. */
export const reportFile = 'fault-matrix.json';

export interface ReportedCell {
  row: string;
  service: string;
  state: 'cold' | 'warm';
  expected: string;
  observed: string;
  /** Whether everything else about the answer is as promised too. */
  asPromised: boolean;
  /** How long the answer took, in milliseconds. */
  ms: number;
}

export interface MatrixReport {
  bff: string;
  /** The services that it calls. */
  services: ServiceName[];
  cells: ReportedCell[];
}
