/** Stands in for the setter: tells which process it is; the title says whether it fails, dies or answers. */
process.on('message', (json: string) => {
  const { title } = JSON.parse(json) as { readonly title: string };
  if (title === 'dies') process.exit(1);
  if (title === 'throws') throw new Error('thrown in the process');
  const own = new Uint8Array(new Uint32Array([process.pid]).buffer);
  if (title === 'fails') process.send?.({ kind: 'failed' });
  else process.send?.({ kind: 'set', bytes: own, replacedGlyphs: [title] });
});
process.once('disconnect', () => process.exit());
