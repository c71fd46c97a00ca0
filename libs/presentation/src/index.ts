export { decimalAmount, formatMoney } from './money.ts';
export { shorten } from './shorten.ts';
