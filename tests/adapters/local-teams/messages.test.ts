import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, type Loose, openBench, removeFolder } from './bench.ts';
import { botId, committee, people, personalChat, tenantId } from './invented-committee.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
  await bench.teams.start();
});

afterEach(async () => {
  await bench.close();
  removeFolder(bench);
});

const say = (chat: string, body: unknown) => bench.post(`/local/api/chats/${chat}/messages`, body);
const seen = async (chat: string, person: string): Promise<Loose> =>
  (await bench.get(`/local/api/chats/${chat}/activities?person=${person}`)).body;
const group = committee.conversationId;

describe('at the start', () => {
  it('the bot is told of each new chat once: who came in, and that it is installed', () => {
    const told = bench.bot.received.map((a) => `${a.type} ${a.conversation.id}`);
    const chats = [group, ...people.map((one) => `a:local-${one.personId}`)];
    expect(told.toSorted()).toEqual(
      chats.flatMap((id) => [`conversationUpdate ${id}`, `installationUpdate ${id}`]).toSorted(),
    );
    const update = bench.bot.received.find(
      (a) => a.type === 'conversationUpdate' && a.conversation.id === personalChat,
    );
    expect(update.membersAdded.map((m: Loose) => m.id)).toEqual([update.from.id, `28:${botId}`]);
    expect(bench.bot.received.find((a) => a.type === 'installationUpdate').action).toBe('add');
  });

  it('a chat whose bot refused is told again at the next start, the others are not', async () => {
    await bench.close();
    const other = await openBench();
    other.bot.rule = (a) => (a.conversation.id === personalChat ? { status: 500 } : undefined);
    await other.teams.start();
    await other.close();
    const again = await openBench(other.dataDir);
    await again.teams.start();
    expect(again.bot.received.map((a) => a.conversation.id)).toEqual([personalChat, personalChat]);
    await again.close();
    removeFolder(again);
    bench = await openBench(bench.dataDir);
  });
});

describe('a person’s message in the personal chat', () => {
  it('reaches the bot in the shape of Teams', async () => {
    const { body } = await say(personalChat, { person: 'sekretaer', text: 'møde & <b>' });
    expect(body).toMatchObject({ delivered: true });
    const activity = bench.bot.received.at(-1);
    expect(activity).toMatchObject({
      type: 'message',
      id: body.id,
      text: 'møde & <b>',
      textFormat: 'plain',
      channelId: 'msteams',
      serviceUrl: `${bench.origin}/connector/`,
      timestamp: '2023-12-08T08:05:00.000Z',
      localTimestamp: '2023-12-08T09:05:00.000+01:00',
      locale: 'da-DK',
      from: { name: people[0]?.name, aadObjectId: people[0]?.objectId },
      recipient: { id: `28:${botId}` },
      conversation: { id: personalChat, tenantId, conversationType: 'personal' },
      channelData: { tenant: { id: tenantId } },
      attachments: [{ contentType: 'text/html', content: '<p>møde &#38; &#60;b&#62;</p>' }],
      entities: [{ type: 'clientInfo', country: 'DK' }],
    });
    expect(activity.conversation.isGroup).toBeUndefined();
    expect(activity.from.id).toMatch(/^29:1/);
  });

  it('stays in the chat as not delivered when the bot fails, and can be sent again with the same id', async () => {
    bench.bot.rule = () => ({ status: 500 });
    const { body } = await say(personalChat, { person: 'sekretaer', text: 'hjælp' });
    expect(body.delivered).toBe(false);
    expect(await seen(personalChat, 'sekretaer')).toMatchObject([{ text: 'hjælp', delivery: 'failed' }]);
    bench.bot.rule = () => undefined;
    const path = `/local/api/chats/${personalChat}/activities/${body.id}/resend`;
    const again = await bench.post(path, { person: 'sekretaer' });
    expect(again.body).toEqual({ id: body.id, delivered: true });
    expect(bench.bot.received.at(-1).id).toBe(body.id);
    expect(await seen(personalChat, 'sekretaer')).toMatchObject([{ delivery: 'sent' }]);
    expect((await bench.post(path, { person: 'sekretaer' })).status).toBe(409);
  });

  it('has an id of its own even when the clock stands still', async () => {
    const ids: string[] = [];
    for (const text of ['a', 'b', 'c'])
      ids.push((await say(personalChat, { person: 'sekretaer', text })).body.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('is refused when empty, from a stranger to the chat, or from nobody', async () => {
    const before = bench.bot.received.length;
    expect((await say(personalChat, { person: 'sekretaer', text: '  ' })).status).toBe(400);
    expect((await say(personalChat, { person: 'medlem', text: 'hej' })).status).toBe(404);
    expect((await say(personalChat, { person: 'ukendt', text: 'hej' })).status).toBe(404);
    expect((await say(personalChat, { text: 'hej' })).status).toBe(400);
    expect(bench.bot.received).toHaveLength(before);
  });
});

describe('a message in the committee’s chat', () => {
  it('is heard by the bot only when it mentions the bot', async () => {
    const before = bench.bot.received.length;
    const { body } = await say(group, { person: 'medlem', text: 'Vi ses på fredag' });
    expect(body.delivered).toBe('notForTheBot');
    expect((await say(group, { person: 'medlem', text: 'post@udvalgsbotten' })).body.delivered).toBe(
      'notForTheBot',
    );
    expect(bench.bot.received).toHaveLength(before);
    await say(group, { person: 'medlem', text: '@udvalgsbot dagsorden' });
    expect(bench.bot.received.at(-1)).toMatchObject({
      text: '<at>Udvalgsbot</at> dagsorden',
      conversation: { isGroup: true, conversationType: 'groupChat', name: committee.title },
      entities: [
        {
          type: 'mention',
          text: '<at>Udvalgsbot</at>',
          mentioned: { id: `28:${botId}`, name: 'Udvalgsbot' },
        },
        { type: 'clientInfo' },
      ],
    });
  });

  it('is seen by every member and unread until read, and hidden from others', async () => {
    await say(group, { person: 'medlem', text: '@Udvalgsbot status' });
    const [message] = await seen(group, 'formand');
    expect(message).toMatchObject({ text: '@Udvalgsbot status', from: { bot: false, personId: 'medlem' } });
    const unread = async () => (await bench.get('/local/api/state?person=formand')).body;
    expect(await unread()).toMatchObject({ chats: [{ unread: 0 }, { unread: 1 }] });
    await bench.post(`/local/api/chats/${group}/read`, { person: 'formand', seq: message.seq });
    expect(await unread()).toMatchObject({ chats: [{ unread: 0 }, { unread: 0 }] });
    const stranger = await bench.get(`/local/api/chats/${group}/activities?person=gaest`);
    expect(stranger.status).toBe(404);
  });

  it('takes no file', async () => {
    const up = await bench.post('/local/api/uploads?person=medlem&name=a.txt', Buffer.from('x'));
    const said = await say(group, { person: 'medlem', text: '', uploadIds: [up.body.uploadId] });
    expect(said.status).toBe(400);
  });
});

describe('a file in the personal chat', () => {
  const upload = (name: string, bytes: Buffer) =>
    bench.post(`/local/api/uploads?person=sekretaer&name=${encodeURIComponent(name)}`, bytes);

  it('reaches the bot as a download address that gives the same bytes, always as an attachment', async () => {
    const name = '../Møde (8. december)\u2019s <oplæg>.DOCX';
    const bytes = Buffer.from([0x50, 0x4b, 0, 255, 13, 10]);
    const { body } = await upload(name, bytes);
    await say(personalChat, { person: 'sekretaer', text: '', uploadIds: [body.uploadId] });
    const [file] = bench.bot.received.at(-1).attachments;
    expect(file).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content: { fileType: 'docx', uniqueId: body.uploadId },
    });
    const answer = await fetch(file.content.downloadUrl);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[!-~]+$/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const [message] = await seen(personalChat, 'sekretaer');
    expect(message.files).toMatchObject([{ name }]);
  });

  it('cannot be guessed, sent by somebody else, nameless or larger than 30 MB', async () => {
    expect((await bench.get('/local/uploads/AAAA/x.txt')).status).toBe(404);
    const { body } = await upload('a.txt', Buffer.from('x'));
    expect(body.uploadId).toMatch(/^[\w-]{32}$/);
    const stolen = { person: 'medlem', text: '', uploadIds: [body.uploadId] };
    expect((await say('a:local-medlem', stolen)).status).toBe(404);
    expect((await upload('', Buffer.from('x'))).status).toBe(400);
    expect((await upload('big.pdf', Buffer.alloc(30_000_001))).status).toBe(413);
  });
});
