import {
  type Activity,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import type { InboundActivity } from './gate/inbound-activity.ts';
import { type ConnectorClients, createConnectorClients } from './sending/connector-clients.ts';
import type { InvokeAnswer } from './turns/invoke-values.ts';

type Verdict = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type ConnectorFactory = NonNullable<Verdict['connectorFactory']>;
type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/**
 * botbuilder's adapter behind the front gate. The gate has checked the token against what the SDK checks and more; the
 * SDK's own check is left out, for it fetches keys without a time limit in the middle of a turn, writes tokens' errors
 * to the console and answers with them.
 */
export class GatedAdapter extends CloudAdapter {
  /** Clients for what the bot sends, in a turn and outside of one. */
  readonly clients: ConnectorClients;
  readonly #verdict: Verdict;

  constructor(authentication: ConfigurationBotFrameworkAuthentication, appId: string) {
    super(withOneTokenClient(authentication));
    const claimsIdentity = this.createClaimsIdentity(appId);
    this.clients = createConnectorClients(authentication.createConnectorFactory(claimsIdentity));
    const connectorFactory: ConnectorFactory = { create: (serviceUrl) => this.clients(serviceUrl) };
    this.#verdict = { audience: '', claimsIdentity, connectorFactory };
  }

  /** One turn through the SDK's middleware; of an invoke, the answer that was set in it. */
  take(
    inbound: InboundActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeAnswer | undefined> {
    // The SDK and the router write into the activity they are given.
    const activity = { ...inbound.raw } as unknown as Activity;
    return this.processActivity(this.#verdict, activity, logic);
  }
}

/** The SDK makes a client for users' own tokens at every turn, which this bot never uses. */
function withOneTokenClient(
  authentication: ConfigurationBotFrameworkAuthentication,
): ConfigurationBotFrameworkAuthentication {
  const create = authentication.createUserTokenClient.bind(authentication);
  let made: Promise<UserTokenClient> | undefined;
  authentication.createUserTokenClient = (identity) => {
    made ??= create(identity);
    return made;
  };
  return authentication;
}
