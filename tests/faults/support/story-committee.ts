import { mandates, organisations, people, rules, seat } from '../../support/invented-committee.ts';
import type { Question } from './process/contract.ts';

const chat = '19:story@thread.v2';
const tenantId = 'aaaaaaaa-0000-4000-8000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const began = '2024-01-01T00:00:00Z';
/** Mona has no Teams: she is asked by mail. Mads was never heard from: his chat has to be opened. */
const mona = {
  personId: 'mona',
  name: 'Mona Mail-Prøve',
  title: 'Lærer',
  organisationId: 'prøvekommune',
  email: 'mona@example.dk',
  identities: [],
};

export const founding: readonly Question[] = [
  {
    do: 'use',
    useCase: 'foundCommittee',
    request: {
      committeeId: 'luu',
      name: 'LUU Prøveskolen',
      ownerId: 'prøveskolen',
      organisations,
      people: [...people, mona],
      mandates: [...mandates, seat('mona')],
      rules: { ...rules, mailNotice: 'whenAccepted' },
      conversationId: chat,
    },
  },
  {
    do: 'remember',
    references: [
      { conversationId: chat, scope: 'groupChat', tenantId, serviceUrl, seenAt: began },
      ...['sigrid', 'frida', 'bo', 'elev'].map((personId) => ({
        conversationId: `a:${personId}`,
        scope: 'personal' as const,
        personId,
        tenantId,
        serviceUrl,
        seenAt: began,
      })),
    ],
  },
];
