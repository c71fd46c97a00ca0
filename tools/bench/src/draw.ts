import type { MeasuredCell, Results } from './results.ts';
import { spreadOf } from './statistics.ts';

interface Bar {
  label: string;
  scenario: string;
  cell: string;
  ours?: true;
}

/** Bars of CPU time a request, each as a multiple of the first. */
interface Panel {
  title: string;
  bars: [Bar, ...Bar[]];
}

const panels: Panel[] = [
  {
    title: 'One product asked for again and again: CPU time a request, × a constant of node:http',
    bars: [
      { label: 'node:http, a constant', scenario: 'web-warm', cell: 'bare' },
      { label: 'Express 5, a constant', scenario: 'web-warm', cell: 'express' },
      { label: 'web-bff, 304', scenario: 'web-warm', cell: 'ours 304', ours: true },
      { label: 'web-bff', scenario: 'web-warm', cell: 'ours', ours: true },
      { label: 'web-bff, log and metrics on', scenario: 'web-warm', cell: 'ours, observed', ours: true },
      { label: 'Express + axios + lru-cache', scenario: 'web-warm', cell: 'naive, cached' },
    ],
  },
  {
    title: 'Different products, nothing kept, 64 connections: × Express + axios',
    bars: [
      { label: 'Express + axios', scenario: 'cold-64', cell: 'naive web' },
      { label: 'web-bff', scenario: 'cold-64', cell: 'web', ours: true },
    ],
  },
  {
    title: 'The same with 4 connections',
    bars: [
      { label: 'Express + axios', scenario: 'cold-4', cell: 'naive web' },
      { label: 'web-bff', scenario: 'cold-4', cell: 'web', ours: true },
    ],
  },
  {
    title: 'A list of 100 products for a partner: × Express + axios, three calls a product',
    bars: [
      { label: 'Express + axios', scenario: 'partner-list', cell: 'naive partner' },
      { label: 'Express + axios, batches', scenario: 'partner-list', cell: 'naive partner-batched' },
      { label: 'partner-bff', scenario: 'partner-list', cell: 'partner', ours: true },
    ],
  },
];

const WIDTH = 760;
const MARGIN = 20;
const LABEL_WIDTH = 200;
const NUMBER_WIDTH = 130;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 24;
const TITLE_HEIGHT = 30;
const FOOT_HEIGHT = 22;

/** It has a ground of its own, so that it can be read wherever it stands. */
const style = `
  .ground { fill: #ffffff; stroke: #d0d7de }
  text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #1f2328 }
  .title { font-weight: 600 }
  .foot { font-size: 11px; fill: #59636e }
  .other { fill: #9aa4af }
  .ours { fill: #1f6feb }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #151b23; stroke: #3d444d }
    text { fill: #f0f6fc }
    .foot { fill: #9198a1 }
    .other { fill: #656c76 }
    .ours { fill: #4493f8 }
  }`;

/** @returns an SVG of the ratios that say most; a panel of which not everything was measured is left out */
export function drawResults(results: Results): string {
  const parts: string[] = [];
  let y = MARGIN;
  for (const { title, bars } of panels) {
    const measured = bars.map((bar) => ({ bar, cell: cellOf(results, bar) }));
    const base = measured[0]?.cell;
    const drawn = measured.flatMap(({ bar, cell }) =>
      cell && base ? [{ bar, cell, times: timesOf(cell, base) }] : [],
    );
    if (drawn.length < bars.length) continue;
    const perUnit = (WIDTH - 2 * MARGIN - LABEL_WIDTH - NUMBER_WIDTH) / Math.max(...drawn.map(({ times }) => times));
    parts.push(`<text class="title" x="${MARGIN}" y="${y + 14}">${escaped(title)}</text>`);
    y += TITLE_HEIGHT;
    for (const { bar, cell, times } of drawn) {
      const barEnd = MARGIN + LABEL_WIDTH + Math.max(1, times * perUnit);
      const number = `${shown(times)} ×  (${shown(cell.cpuMicros.median)} µs)`;
      parts.push(
        `<text x="${MARGIN}" y="${y + 13}">${escaped(bar.label)}</text>`,
        `<rect class="${bar.ours ? 'ours' : 'other'}" x="${MARGIN + LABEL_WIDTH}" y="${y}" ` +
          `width="${(barEnd - MARGIN - LABEL_WIDTH).toFixed(1)}" height="${BAR_HEIGHT}" rx="2"/>`,
        `<text x="${(barEnd + 8).toFixed(1)}" y="${y + 13}">${number}</text>`,
      );
      y += ROW_HEIGHT;
    }
    y += TITLE_HEIGHT - ROW_HEIGHT + 8;
  }
  const { date, node, cores } = results;
  parts.push(
    `<text class="foot" x="${MARGIN}" y="${y + 8}">Medians of one run of npm run bench on ${date}; ` +
      `Node ${node}, ${cores} cores, everything on one machine. Shorter is better.</text>`,
  );
  const height = y + FOOT_HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    '<title>CPU time a request, against constants and a naive backend</title>',
    `<style>${style}\n</style>`,
    `<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function cellOf({ scenarios }: Results, { scenario, cell }: Bar): MeasuredCell | undefined {
  return scenarios.find(({ name }) => name === scenario)?.cells.find(({ name }) => name === cell);
}

/** The middle of the ratios within each round. */
function timesOf(cell: MeasuredCell, base: MeasuredCell): number {
  const ratios = cell.cpuMicrosByRound.map((micros, round) => micros / (base.cpuMicrosByRound[round] ?? NaN));
  return spreadOf(ratios).median;
}

/** Three digits, without an exponent. */
function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 3 : 2);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
