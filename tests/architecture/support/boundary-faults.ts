import type { Planted } from './planted-project.ts';

/** The file that breaks a rule, and the least tree in which it does. All faults stand in one tree: names differ. */
export type BoundaryFault = { readonly guilty: string; readonly files: Planted };

const value = 'export const planted = 1;\n';

function importing(guilty: string, module: string, files: Planted = {}): BoundaryFault {
  return {
    guilty,
    files: { [guilty]: `import { planted } from '${module}';\nexport const used = planted;\n`, ...files },
  };
}

function typeImporting(guilty: string, module: string, files: Planted): BoundaryFault {
  return {
    guilty,
    files: {
      [guilty]: `import type { planted } from '${module}';\nexport type Used = typeof planted;\n`,
      ...files,
    },
  };
}

/** By the name of the rule. `import type` is planted where a type alone would already tie the layers together. */
export const boundaryFaults: Readonly<Record<string, BoundaryFault>> = {
  'domain-imports-only-what-it-may': typeImporting('src/domain/minutes/uses-port.ts', '../../ports/b.ts', {
    'src/ports/b.ts': value,
  }),
  'ports-imports-only-what-it-may': typeImporting('src/ports/speaks-sdk.ts', 'botbuilder', {}),
  'presentation-imports-only-what-it-may': typeImporting(
    'src/presentation/uses-use-case.ts',
    '../application/b.ts',
    {
      'src/application/b.ts': value,
    },
  ),
  'presentation-knows-ports-by-type-only': importing('src/presentation/calls-port.ts', '../ports/b.ts', {
    'src/ports/b.ts': value,
  }),
  'application-imports-only-what-it-may': importing('src/application/minutes/reads-disk.ts', 'node:fs'),
  'adapters-know-use-cases-by-type-only': importing(
    'src/adapters/teams/calls-use-case.ts',
    '../../application/b.ts',
    {
      'src/application/b.ts': value,
    },
  ),
  'adapters-are-strangers': typeImporting('src/adapters/teams/knows-store.ts', '../store/b.ts', {
    'src/adapters/store/b.ts': value,
  }),
  'only-roots-see-adapters-and-config': importing('src/adapters/http/reaches-up.ts', '../../config.ts', {
    'src/config.ts': value,
  }),
  'roots-only-compose': importing('src/main.ts', 'docx'),
  'at-home-only-botbuilder': typeImporting('src/adapters/http/speaks-botbuilder.ts', 'botbuilder', {}),
  'at-home-only-microsoft-microsoft-graph-client': importing(
    'src/adapters/teams/speaks-entra.ts',
    '@azure/identity',
  ),
  'at-home-only-docx': importing('src/adapters/local-library/reads-word.ts', 'mammoth'),
  'at-home-only-nodemailer': importing('src/adapters/web-form/sends-mail.ts', 'nodemailer'),
  'at-home-only-diff': importing('src/adapters/web-form/compares.ts', 'diff'),
  'at-home-only-pg': importing('src/adapters/teams/asks-database.ts', 'kysely'),
  'sqlite-in-stores-only': importing('src/adapters/documents/opens-database.ts', 'node:sqlite'),
  'cards-for-teams-only': {
    guilty: 'src/adapters/http/reads-card.ts',
    files: {
      'src/adapters/http/reads-card.ts':
        "import card from '../../../cards/b.json' with { type: 'json' };\nexport const used = card;\n",
      'cards/b.json': '{}\n',
    },
  },
  'src-knows-no-tests': importing('src/adapters/store/leans-on-tests.ts', '../../../tests/b.ts', {
    'tests/b.ts': value,
  }),
  'no-dev-packages-in-src': importing('src/adapters/http/needs-dev-package.ts', 'fast-check'),
  'no-circles': {
    guilty: 'src/domain/egg.ts',
    files: {
      'src/domain/hen.ts': "import type { B } from './egg.ts';\nexport type A = { readonly b?: B };\n",
      'src/domain/egg.ts': "import type { A } from './hen.ts';\nexport type B = { readonly a?: A };\n",
    },
  },
  'no-orphans': { guilty: 'src/domain/alone.ts', files: { 'src/domain/alone.ts': value } },
  'every-import-is-found': importing('src/domain/lost.ts', './nowhere.ts'),
};

/** A tree that comes close to each fault and breaks nothing. */
export const harmlessNeighbours: Planted = {
  'src/main.ts':
    "import { reader } from './adapters/documents/a.ts';\nimport { act } from './application/minutes/a.ts';\nimport { word } from './presentation/a.ts';\nexport const app = { reader, act, word };\n",
  'src/domain/minutes/a.ts': "import { z } from 'zod';\nexport const minutes = z.string();\n",
  'src/ports/a.ts':
    "import type { minutes } from '../domain/minutes/a.ts';\nexport type Port = { readonly minutes: typeof minutes };\n",
  'src/presentation/a.ts':
    "import type { Port } from '../ports/a.ts';\nexport const word = (port: Port) => String(port);\n",
  'src/application/minutes/a.ts':
    "import type { Port } from '../../ports/a.ts';\nexport const act = (port: Port) => port.minutes;\n",
  'src/adapters/documents/a.ts':
    "import { Document } from 'docx';\nimport type { act } from '../../application/minutes/a.ts';\nexport const reader = (given: typeof act) => [given, Document];\n",
};
