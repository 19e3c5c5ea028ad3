import { generateKeyPairSync, sign } from 'node:crypto';

type Bytes = readonly number[];

function der(tag: number, ...content: readonly Bytes[]): Bytes {
  const body = content.flat();
  const length = body.length < 128 ? [body.length] : [0x82, Math.floor(body.length / 256), body.length % 256];
  return [tag, ...length, ...body];
}

const sequence = (...content: readonly Bytes[]) => der(0x30, ...content);
const text = (words: string): Bytes => [...Buffer.from(words, 'latin1')];
/** ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints. */
const oids = {
  ecdsa: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  name: [0x55, 0x04, 0x03],
  altName: [0x55, 0x1d, 0x11],
  constraints: [0x55, 0x1d, 0x13],
};
const oid = (bytes: Bytes) => der(0x06, bytes);
const extension = (id: Bytes, value: Bytes) => sequence(oid(id), der(0x04, value));
const pem = (label: string, bytes: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`;

/** A certificate that signs itself for one IPv4 address, made anew for a test and kept nowhere. */
export function throwAwayCertificate(address: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid(oids.ecdsa));
  const name = sequence(der(0x31, sequence(oid(oids.name), der(0x0c, text('throw away')))));
  const octets = address.split('.').map(Number);
  const extensions = sequence(
    extension(oids.altName, sequence(der(0x87, octets))),
    extension(oids.constraints, sequence(der(0x01, [0xff]))),
  );
  const signed = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    algorithm,
    name,
    sequence(der(0x17, text('200101000000Z')), der(0x17, text('491231235959Z'))),
    name,
    [...publicKey.export({ type: 'spki', format: 'der' })],
    der(0xa3, extensions),
  );
  const signature = sign('sha256', Uint8Array.from(signed), privateKey);
  const whole = sequence(signed, algorithm, der(0x03, [0, ...signature]));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', Uint8Array.from(whole)),
  };
}
