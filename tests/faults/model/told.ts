import type { Action } from './action.ts';
import { dayOf, type Press } from './state.ts';

/** A course as somebody would tell it, one happening a line. */
export function toldCourse(trace: readonly Action[]): string {
  let now = 0;
  const lines: string[] = [];
  for (const action of trace) {
    if (action.does === 'tick') {
      now += 1;
      continue;
    }
    lines.push(`  ${whenOf(now)}: ${toldAction(action)}`);
    if (action.does === 'downtime') now += 1;
  }
  return lines.join('\n');
}

function whenOf(tick: number): string {
  return tick % 2 === 0 ? `day ${dayOf(tick)}, noon` : `day ${dayOf(tick)}, 0.01`;
}

function toldAction(action: Action): string {
  const { does, ...about } = action;
  if ('press' in about) {
    const { press, ...rest } = about;
    return [does, toldPress(press), ...Object.entries(rest).map(([name, value]) => `${name} ${value}`)].join(
      ' ',
    );
  }
  return [does, ...Object.entries(about).map(([name, value]) => `${name} ${value}`)].join(' ');
}

function toldPress({ verb, by, on, nonce, begun, about }: Press): string {
  const what = about === undefined ? '' : ` ${about}`;
  return `"${verb}${what}" of member ${by} on version ${on}, card ${nonce}, made at ${whenOf(begun)}`;
}
