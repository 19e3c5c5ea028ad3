import { sql } from 'kysely';
import type { Dialect } from './dialect.ts';
import { type Given, statement } from './statement.ts';
import type { Tables } from './tables.ts';

type Conversation = Omit<Tables['conversation'], 'school'>;
type Address = Omit<Tables['tenant_address'], 'school'>;
type Posted = Omit<Tables['posted_card'], 'school'>;
type Delivered = Omit<Tables['delivery'], 'school'>;

/** The conversation book of one school. Of two reports the newer one counts, whichever comes last. */
export function conversationQueries(dialect: Dialect, school: string) {
  return {
    ...remembering(dialect, school),
    ...conversations(dialect, school),
    ...addresses(dialect, school),
    ...cards(dialect, school),
    ...deliveries(dialect, school),
  };
}

function remembering({ db }: Dialect, school: string) {
  return {
    remember: statement<Conversation>('remember', (given) =>
      db
        .insertInto('conversation')
        .values({
          school,
          ...spread(given, 'conversation_id', 'scope', 'tenant_id', 'service_url', 'person_id', 'seen_at'),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['school', 'conversation_id'])
            .doUpdateSet((eb) => ({
              scope: eb.ref('excluded.scope'),
              tenant_id: eb.ref('excluded.tenant_id'),
              service_url: eb.ref('excluded.service_url'),
              person_id: eb.ref('excluded.person_id'),
              seen_at: eb.ref('excluded.seen_at'),
            }))
            .whereRef('excluded.seen_at', '>=', 'conversation.seen_at'),
        ),
    ),
    forget: statement<{ conversationId: string }>('forget', ({ conversationId }) =>
      db
        .deleteFrom('conversation')
        .where('school', '=', school)
        .where('conversation_id', '=', conversationId),
    ),
  };
}

function conversations({ db, orderOf }: Dialect, school: string) {
  const rows = db.selectFrom('conversation').selectAll().where('school', '=', school);
  return {
    personal: statement<{ personId: string }, Conversation>('personal chat', ({ personId }) =>
      rows
        .where('person_id', '=', personId)
        .where('scope', '=', 'personal')
        .orderBy('seen_at', 'desc')
        .orderBy(orderOf('conversation'), 'desc')
        .limit(sql.lit(1)),
    ),
    find: statement<{ conversationId: string }, Conversation>('find conversation', ({ conversationId }) =>
      rows.where('conversation_id', '=', conversationId),
    ),
  };
}

function addresses({ db }: Dialect, school: string) {
  return {
    rememberAddress: statement<Address>('remember address', (given) =>
      db
        .insertInto('tenant_address')
        .values({ school, ...spread(given, 'tenant_id', 'service_url', 'seen_at') })
        .onConflict((conflict) =>
          conflict
            .columns(['school', 'tenant_id'])
            .doUpdateSet((eb) => ({
              service_url: eb.ref('excluded.service_url'),
              seen_at: eb.ref('excluded.seen_at'),
            }))
            .whereRef('excluded.seen_at', '>=', 'tenant_address.seen_at'),
        ),
    ),
    address: statement<{ tenantId: string }, { serviceUrl: string }>('address', ({ tenantId }) =>
      db
        .selectFrom('tenant_address')
        .select('service_url as serviceUrl')
        .where('school', '=', school)
        .where('tenant_id', '=', tenantId),
    ),
  };
}

type CardPlace = { readonly cardKey: string; readonly conversationId: string };

function cards({ db }: Dialect, school: string) {
  return {
    posted: statement<CardPlace, Posted>('posted card', ({ cardKey, conversationId }) =>
      db
        .selectFrom('posted_card')
        .selectAll()
        .where('school', '=', school)
        .where('card_key', '=', cardKey)
        .where('conversation_id', '=', conversationId),
    ),
    savePosted: statement<Posted>('save posted card', (given) =>
      db
        .insertInto('posted_card')
        .values({
          school,
          ...spread(given, 'card_key', 'conversation_id', 'activity_id', 'content_hash', 'at'),
        })
        .onConflict((conflict) =>
          conflict.columns(['school', 'card_key', 'conversation_id']).doUpdateSet((eb) => ({
            activity_id: eb.ref('excluded.activity_id'),
            content_hash: eb.ref('excluded.content_hash'),
            at: eb.ref('excluded.at'),
          })),
        ),
    ),
    dropPosted: statement<CardPlace>('drop posted card', ({ cardKey, conversationId }) =>
      db
        .deleteFrom('posted_card')
        .where('school', '=', school)
        .where('card_key', '=', cardKey)
        .where('conversation_id', '=', conversationId),
    ),
  };
}

function deliveries({ db }: Dialect, school: string) {
  return {
    saveDelivery: statement<Delivered>('save delivery', (given) =>
      db
        .insertInto('delivery')
        .values({ school, ...spread(given, 'card_key', 'person_id', 'channel', 'state', 'at', 'code') })
        .onConflict((conflict) =>
          conflict
            .columns(['school', 'card_key', 'person_id'])
            .doUpdateSet((eb) => ({
              channel: eb.ref('excluded.channel'),
              state: eb.ref('excluded.state'),
              at: eb.ref('excluded.at'),
              code: eb.ref('excluded.code'),
            }))
            .whereRef('excluded.at', '>=', 'delivery.at'),
        ),
    ),
    deliveries: statement<{ cardKey: string }, Delivered>('deliveries', ({ cardKey }) =>
      db
        .selectFrom('delivery')
        .selectAll()
        .where('school', '=', school)
        .where('card_key', '=', cardKey)
        .orderBy('person_id'),
    ),
  };
}

/** The given values under their names; they are made when they are asked for, so a spread alone would find none. */
function spread<Needs, Name extends keyof Needs>(
  given: Given<Needs>,
  ...names: readonly Name[]
): Pick<Given<Needs>, Name> {
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Pick<Given<Needs>, Name>;
}
