/** What a process writes to standard output once its clock has moved. */
export const CLOCK_MOVED = 'the clock has moved';
