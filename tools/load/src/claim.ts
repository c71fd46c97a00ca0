/** Something that has to hold, and what was measured. */
export interface Claim {
  text: string;
  got: string;
  holds: boolean;
  /** Whether it is about time, which a short run on a busy machine cannot judge. */
  ofTime: boolean;
}

/** @param most what may be measured at most */
export function atMost(text: string, value: number, most: number, unit = '', ofTime = false): Claim {
  return {
    text: `${text}: at most ${round(most)}${unit}`,
    got: `${round(value)}${unit}`,
    holds: value <= most,
    ofTime,
  };
}

/** @param least what has to be measured at least */
export function atLeast(text: string, value: number, least: number, unit = '', ofTime = false): Claim {
  return {
    text: `${text}: at least ${round(least)}${unit}`,
    got: `${round(value)}${unit}`,
    holds: value >= least,
    ofTime,
  };
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Claims as lines for a person. @param judgesTime false: what is about time only tells */
export function printed(title: string, claims: readonly Claim[], judgesTime: boolean): string {
  const verdict = ({ holds, ofTime }: Claim) => (holds ? 'ok    ' : ofTime && !judgesTime ? 'busy? ' : 'FAILED');
  const lines = claims.map((claim) => `  ${verdict(claim)}  ${claim.text}; got ${claim.got}`);
  return `${title}\n${lines.join('\n')}\n`;
}
