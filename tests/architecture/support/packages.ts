type Versions = Readonly<Record<string, string>>;

export type Manifest = {
  readonly scripts: Versions;
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly optionalDependencies: Versions;
};

export type LockedPackage = {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Versions;
};

export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

const exact = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** A range lets two clones run different code. */
export function unpinned(manifest: Manifest): readonly string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(all)
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `${name}@${version}`);
}

/**
 * npm leaves a platform's package out of the lock in silence when the registry had none on that day; on the machine
 * that needs it `npm ci` then stops. All of them must stand in the lock, whatever machine wrote it.
 */
export function missingFromLock(lock: Lock): readonly string[] {
  const paths = Object.keys(lock.packages);
  return Object.entries(lock.packages).flatMap(([path, locked]) =>
    Object.keys(locked.optionalDependencies ?? {})
      .filter((name) => !paths.some((other) => other.endsWith(`node_modules/${name}`)))
      .map((name) => `${name}, wanted by ${path === '' ? 'the project' : path}`),
  );
}

export function withoutIntegrity(lock: Lock): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([path, locked]) => path !== '' && locked.inBundle !== true && locked.integrity === undefined)
    .map(([path]) => path);
}

/** An address ties the project to the registry of one machine. */
export function withAddress(lock: Lock): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([, locked]) => locked.resolved !== undefined)
    .map(([path]) => path);
}

/** The Node of the scripts comes from these packages; one left behind would be another Node on that platform. */
export function nodeVersions(manifest: Manifest): readonly string[] {
  const ofNode = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'));
  return [...new Set(ofNode.map(([, version]) => version))];
}
