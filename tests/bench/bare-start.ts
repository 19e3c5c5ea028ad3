import { createServer } from 'node:http';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** The least that botbuilder and teams-ai need before they can listen; no key, no store, no card. */
const [port = '0'] = process.argv.slice(2);
const app = new Application({ startTypingTimer: false });
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: 'bare' }));
createServer((_request, response) => {
  response.statusCode = app !== undefined && adapter !== undefined ? 200 : 500;
  response.end();
}).listen(Number(port), '127.0.0.1');
