import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench, removeFolder } from './bench.ts';
import {
  botId,
  cardAttachment,
  committee,
  memberChat,
  people,
  personalChat,
  sampleCard,
  tenantId,
} from './invented-committee.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
  await bench.teams.start();
});

afterEach(async () => {
  await bench.close();
  removeFolder(bench);
});

const chat = (id: string) => `v3/conversations/${encodeURIComponent(id)}`;
const send = (id: string, body: unknown) => bench.connector('POST', `${chat(id)}/activities`, body);
const seen = async (id: string, person: string) =>
  (await bench.get(`/local/api/chats/${id}/activities?person=${person}`)).body;
const hello = { type: 'message', text: 'Goddag' };

describe('a conversation', () => {
  const open = (member: string, tenant = tenantId) =>
    bench.connector('POST', 'v3/conversations', {
      isGroup: false,
      bot: { id: `28:${botId}` },
      members: [{ id: member }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    });

  it('opens with a member by object id or by MRI, and is the same one', async () => {
    const byObject = await open(people[1]?.objectId ?? '');
    expect(byObject).toMatchObject({ status: 201, body: { id: memberChat } });
    const { body: member } = await bench.connector(
      'GET',
      `${chat(memberChat)}/members/${people[1]?.objectId}`,
    );
    expect(member.id).toMatch(/^29:1[\w-]{43}$/);
    expect(await open(member.id)).toMatchObject({ status: 201, body: { id: memberChat } });
  });

  it('does not open with somebody unknown, in another tenant, or as a group', async () => {
    expect((await open('29:nobody')).status).toBe(404);
    expect((await open(people[1]?.objectId ?? '', 'other-tenant')).status).toBe(400);
    const group = { isGroup: true, members: [{ id: people[1]?.objectId }], tenantId };
    expect((await bench.connector('POST', 'v3/conversations', group)).status).toBe(400);
    expect((await bench.connector('POST', 'v3/conversations', { members: [] })).status).toBe(400);
  });

  it('tells kind, tenant and members; the bot itself is no member of the list', async () => {
    const group = await bench.connector('GET', chat(committee.conversationId));
    expect(group.body).toMatchObject({ conversationType: 'groupChat', isGroup: true, tenantId });
    const { body: members } = await bench.connector('GET', `${chat(committee.conversationId)}/members`);
    expect(members.map((m: { name: string }) => m.name)).toEqual(people.slice(0, 3).map((p) => p.name));
    expect(members[0]).toMatchObject({ aadObjectId: people[0]?.objectId, tenantId, userRole: 'user' });
    const page = await bench.connector('GET', `${chat(committee.conversationId)}/pagedmembers?pageSize=2`);
    expect(page.body.members).toHaveLength(2);
    const token = page.body.continuationToken;
    const rest = await bench.connector(
      'GET',
      `${chat(committee.conversationId)}/pagedmembers?pageSize=2&continuationToken=${token}`,
    );
    expect(rest.body).toEqual({ members: [members[2]] });
    expect((await bench.connector('GET', `${chat(committee.conversationId)}/members/29:x`)).status).toBe(404);
  });
});

describe('a message of the bot’s', () => {
  it('is shown with its id, and one sent as a reply too', async () => {
    const first = await send(personalChat, hello);
    expect(first.status).toBe(201);
    const reply = await bench.connector('POST', `${chat(personalChat)}/activities/${first.body.id}`, hello);
    expect(reply.status).toBe(201);
    expect(reply.body.id).not.toBe(first.body.id);
    const list = await seen(personalChat, 'sekretaer');
    expect(list.map((one: { id: string }) => one.id)).toEqual([first.body.id, reply.body.id]);
    expect(list[0]).toMatchObject({ text: 'Goddag', textFormat: 'markdown', from: { bot: true } });
    expect(list[0]).toMatchObject({ day: 'Fredag den 8. december 2023', time: '9.05', edited: false });
  });

  it('can be edited, and a reader who asks for changes gets it again', async () => {
    const { body } = await send(personalChat, hello);
    const [before] = await seen(personalChat, 'sekretaer');
    const edit = await bench.connector('PUT', `${chat(personalChat)}/activities/${body.id}`, {
      type: 'message',
      text: 'Goddag igen',
    });
    expect(edit).toMatchObject({ status: 200, body: { id: body.id } });
    const changes = await bench.get(
      `/local/api/chats/${personalChat}/activities?person=sekretaer&after=${before.changed}`,
    );
    expect(changes.body).toMatchObject([{ id: body.id, text: 'Goddag igen', edited: true, version: 2 }]);
  });

  it('can be deleted once; afterwards it is gone for the bot and marked as deleted for people', async () => {
    const { body } = await send(personalChat, {
      type: 'message',
      attachments: [cardAttachment(sampleCard())],
    });
    const path = `${chat(personalChat)}/activities/${body.id}`;
    expect((await bench.connector('DELETE', path)).status).toBe(200);
    expect(await seen(personalChat, 'sekretaer')).toMatchObject([{ deleted: true, text: '', cards: [] }]);
    expect((await bench.connector('DELETE', path)).status).toBe(404);
    expect((await bench.connector('PUT', path, hello)).body.error.code).toBe(
      'ActivityNotFoundInConversation',
    );
  });

  it('cannot be put in place of a person’s', async () => {
    const message = { person: 'sekretaer', text: 'hjælp' };
    const { body } = await bench.post(`/local/api/chats/${personalChat}/messages`, message);
    const path = `${chat(personalChat)}/activities/${body.id}`;
    expect((await bench.connector('PUT', path, hello)).status).toBe(403);
    expect((await bench.connector('DELETE', path)).status).toBe(403);
    expect(await seen(personalChat, 'sekretaer')).toMatchObject([{ text: 'hjælp' }]);
  });

  it('leaves nothing when it is only typing', async () => {
    expect((await send(personalChat, { type: 'typing' })).status).toBe(201);
    expect(await seen(personalChat, 'sekretaer')).toEqual([]);
  });

  it('is refused when empty, without JSON, too big for Teams, or beyond reading', async () => {
    expect((await send(personalChat, { type: 'message' })).status).toBe(400);
    expect((await send(personalChat, Buffer.from('{"type":'))).status).toBe(400);
    const big = await send(personalChat, { type: 'message', text: 'æ'.repeat(60_000) });
    expect(big).toMatchObject({ status: 413, body: { error: { code: 'MessageSizeTooBig' } } });
    expect((await send(personalChat, Buffer.alloc(300_000, 'x'))).status).toBe(413);
    expect(await seen(personalChat, 'sekretaer')).toEqual([]);
  });

  it('cannot be sent to a conversation that is not there, nor by a method that is not there', async () => {
    const lost = await send('a:local-nobody', hello);
    expect(lost).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
    expect((await bench.connector('PATCH', chat(personalChat), {})).status).toBe(405);
    expect((await bench.connector('GET', 'v3/teams/x')).status).toBe(404);
    expect((await bench.connector('GET', 'v3/conversations/%E0%A4%A')).status).toBe(400);
  });
});

describe('a person who has blocked the bot', () => {
  const block = (blocked: boolean) => bench.post('/local/api/block', { person: 'medlem', blocked });

  it('cannot be written to, in no way, until the block is lifted; others can', async () => {
    const { body } = await send(memberChat, hello);
    await block(true);
    const writes = [
      await send(memberChat, hello),
      await bench.connector('PUT', `${chat(memberChat)}/activities/${body.id}`, hello),
      await bench.connector('POST', 'v3/conversations', { members: [{ id: people[1]?.objectId }], tenantId }),
    ];
    for (const write of writes) {
      expect(write).toMatchObject({ status: 403, body: { error: { code: 'ForbiddenOperationException' } } });
    }
    expect((await send(personalChat, hello)).status).toBe(201);
    expect((await send(committee.conversationId, hello)).status).toBe(201);
    await block(false);
    expect((await send(memberChat, hello)).status).toBe(201);
  });

  it('cannot write to it either, in the personal chat', async () => {
    await block(true);
    bench.bot.received.length = 0;
    const said = await bench.post(`/local/api/chats/${memberChat}/messages`, {
      person: 'medlem',
      text: 'hej',
    });
    expect(said.status).toBe(409);
    expect(bench.bot.received).toEqual([]);
  });
});
