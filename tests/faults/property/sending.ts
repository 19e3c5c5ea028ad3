import { fakeReader, paperFile } from '../../fakes/fake-papers.ts';
import type { World } from './world.ts';

/** The minute-taker writes, or leaves the text as it is, and the secretary sends what she looked at. */
export async function sendVersion(world: World, changed: boolean): Promise<void> {
  const { meetingId, around } = world;
  const { useCases } = world.running;
  if (changed) await writeDraft(world);
  const by = { personId: 'sigrid', meetingId, receivedAt: around.clock.now };
  const preview = await useCases.previewMinutes(by);
  if (preview.kind === 'refused') return;
  await useCases.sendMinutes({ ...by, hash: preview.view.hash });
}

async function writeDraft({ around: { library }, meetingId, ledger }: World): Promise<void> {
  const file = await library.find(`${meetingId}/minutes-draft/docx`);
  if (file === undefined) return;
  const { bytes } = await library.read(file.documentId);
  const read = await fakeReader.read(bytes, file.path);
  if (read.kind === 'unreadable') return;
  const [first, ...rest] = read.paper.items;
  if (first === undefined) return;
  const items = [{ ...first, summary: `Rettet efter ${ledger.seq} hændelser.` }, ...rest];
  await library.editByHand(file, paperFile({ ...read.paper, items }));
}
