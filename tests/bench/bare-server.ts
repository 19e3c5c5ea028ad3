import { startBareAdapter } from './bare-adapter.ts';

export type BareFirst = {
  readonly url: string;
  readonly serviceUrl: string;
  readonly tokens: readonly string[];
};

const clients = 16;
const [appId = ''] = process.argv.slice(2);
const { url, serviceUrl, issueToken } = await startBareAdapter(appId);
const tokens = await Promise.all(Array.from({ length: clients }, () => issueToken()));
const first: BareFirst = { url, serviceUrl, tokens };
process.send?.(first);
